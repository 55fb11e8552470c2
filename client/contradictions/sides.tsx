import { t } from '../i18n/index.ts';
import { type Side, sides, type Way, writeView } from './address.ts';

/** The two registers, of which one is open. */
export function Sides({ way }: { way: Way }) {
  const open = (event: MouseEvent, side: Side) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    way.go({ side });
  };
  return (
    <nav class="coverage-tabs" aria-label={t('contradictions.parts')}>
      {sides.map((side) => (
        <a
          key={side}
          href={writeView({ ...way.at, side })}
          aria-current={side === way.at.side ? 'page' : undefined}
          onClick={(event) => open(event, side)}
        >
          {t(`contradictions-side.${side}`)}
        </a>
      ))}
    </nav>
  );
}
