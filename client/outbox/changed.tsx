import { quarter, t } from '../i18n/index.ts';
import type { Seen } from './entry.ts';

/** An assignment as this person saw it beside what others have made of it, where the two differ. */
export function Changed({ seen, present }: { seen: Seen; present: Seen }) {
  const lines: [string, string, string][] = [
    [t('filter.stage'), t(`stage.${seen.stage}`), t(`stage.${present.stage}`)],
    [t('field.technology'), t(`technology.${seen.technology}`), t(`technology.${present.technology}`)],
    [t('field.startQuarter'), quarter(seen.startQuarter), quarter(present.startQuarter)],
    [t('field.finishQuarter'), quarter(seen.finishQuarter), quarter(present.finishQuarter)],
  ];
  return (
    <table class="table terms">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('outbox.seen')}</th>
          <th scope="col">{t('outbox.present')}</th>
        </tr>
      </thead>
      <tbody>
        {lines
          .filter(([, mine, theirs]) => mine !== theirs)
          .map(([label, mine, theirs]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>
                <strong>{theirs}</strong>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
