import { useState } from 'preact/hooks';
import type { Coverage } from '../../server/reports/schema.ts';
import type { Way } from '../deputy/address.ts';
import type { Order } from '../deputy/columns.ts';
import { PartsPicture } from '../deputy/parts-picture.tsx';
import { t } from '../i18n/index.ts';
import type { SharedScope } from './scope.ts';
import { boundariesAddress } from './service.ts';

/** What the page of coverage has to say of a view, and this one has not. */
const unasked = { district: '', knownOn: '', tab: 'overview', operator: '', cause: '', show: 'all' } as const;

interface Properties {
  token: string;
  scope: SharedScope;
  coverage: Coverage;
}

/** The regions of the country, or the districts of the region that was shared, as a picture beside its table. */
export function SharedParts({ token, scope, coverage }: Properties) {
  const { region = '' } = scope.plan;
  const [order, setOrder] = useState<Order>({ by: 'share', descending: false });
  const way: Way = {
    at: { ...unasked, region, measure: scope.measure, order },
    link: null,
    go: (changes) => changes.order && setOrder(changes.order),
  };
  return (
    <section class="panel coverage-parts">
      <h3>
        {t(region === '' ? 'parts.regions' : 'parts.districts')}: {t(`measure.${scope.measure}`)}
      </h3>
      <PartsPicture boundaries={boundariesAddress(token, region)} {...{ coverage, way }} />
    </section>
  );
}
