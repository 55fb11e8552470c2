import { t } from '../i18n/index.ts';
import type { Manner } from '../store/selection.ts';
import { served } from '../store/served.ts';
import { country, selectRows } from '../store/state.ts';
import { notify } from '../ui/notices.tsx';
import { drawingOrder } from './marks.ts';
import { type Corner, rowsInBox, rowsInLasso } from './shapes.ts';

/** Selects what lies in a box, whose corners come in their order, or inside a lasso: here, or by asking the service. */
export function selectWithin(shape: 'box' | 'lasso', corners: readonly Corner[], manner: Manner): void {
  const large = served.peek();
  if (large !== null) {
    large.within(corners).then(
      (rows) => selectRows(rows, manner),
      () => notify({ text: t('large.select-failed') }),
    );
    return;
  }
  const rows = drawingOrder.peek();
  const inside =
    shape === 'box'
      ? rowsInBox(country.peek()!, rows, corners[0], corners[2])
      : rowsInLasso(country.peek()!, rows, corners);
  selectRows(inside, manner);
}
