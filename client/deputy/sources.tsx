import type { Coverage } from '../../server/reports/schema.ts';
import { date, nameOf, number, t } from '../i18n/index.ts';

/** Where the figures come from: the rule with its citation, the populations, the files of evidence. */
export function Sources({ coverage: { profile, sources } }: { coverage: Coverage }) {
  return (
    <details class="more">
      <summary>{t('sources.title')}</summary>
      <p class="muted">{nameOf(profile.citation)}</p>
      <ul class="sources">
        {sources.map(({ kind, source, dated, rows, licence }, i) => (
          <li key={i}>
            {t(kind === 'population' ? 'sources.population' : 'sources.evidence')} {source || t('sources.unnamed')}
            {dated !== null && `, ${date(dated)}`}, {t('sources.rows', { rows: number(rows) })}
            {licence !== '' && `, ${licence}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
