import { nameOf, quarter, t } from '../../i18n/index.ts';
import { exportAddress } from '../../store/export-address.ts';
import { country, filters, live, matching, matchingCount } from '../../store/state.ts';
import { type Cell, copyRows } from '../../ui/copy-table.ts';
import { notify } from '../../ui/notices.tsx';
import { districtName, operatorName } from '../words.ts';

const formats = [
  ['csv', 'CSV'],
  ['xlsx', 'XLSX'],
  ['geojson', 'GeoJSON'],
] as const;

/** The rows of the list in its order, as a table in the language of the page. */
function table(): Cell[][] {
  const { code, names, regions, region } = country.value!;
  const { population, status, assignments } = live.value!;
  const head = [
    t('list.code'),
    t('list.settlement'),
    t('filter.region'),
    t('filter.district'),
    t('population.count'),
    t('filter.status'),
    t('assignments.title'),
  ];
  const rows = matching.value.map((row) => [
    code[row],
    nameOf(names[row]),
    nameOf(regions[region[row]].names),
    districtName(row),
    population[row],
    t(`status.${status[row]}`),
    assignments[row]
      .map(
        ({ operatorCode, technology, finishQuarter, stage }) =>
          `${operatorName(operatorCode)}, ${t(`technology.${technology}`)}, ${quarter(finishQuarter)}, ${t(`stage.${stage}`)}`,
      )
      .join('; '),
  ]);
  return [head, ...rows];
}

/** Exactly the rows that match, as files; and to be pasted elsewhere, where all of them are here. */
export function ListFiles() {
  const copy = () => notify({ text: t(copyRows(table()) ? 'files.copied' : 'files.not-copied') });
  const isWhole = matching.value.length === matchingCount.value;
  return (
    <div class="list-head__files" role="group" aria-label={t('list.download')}>
      <span>{t('list.download')}</span>
      {formats.map(([format, name]) => (
        <a key={format} href={exportAddress(format, filters.value)} download>
          {name}
        </a>
      ))}
      {isWhole && matching.value.length > 0 && (
        <button type="button" class="button button--small" onClick={copy}>
          {t('files.copy')}
        </button>
      )}
    </div>
  );
}
