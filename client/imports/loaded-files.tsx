import type { LoadedImport } from '../../server/imports/schema.ts';
import { date, moment, number, t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { loaded, readLoaded } from './loaded.ts';
import { sizeText } from './size.ts';

/** The files of which the country is made, each with its provenance. */
export function LoadedFiles() {
  const { value } = loaded;
  return (
    <section class="loaded" aria-labelledby="loaded-files" aria-busy={value.state === 'loading'}>
      <h2 id="loaded-files">{t('imports.list')}</h2>
      {value.state === 'loading' && <Skeleton />}
      {value.state === 'failed' && (
        <ProblemNotice problem={value.problem} what="imports.list-failed" retry={() => void readLoaded()} />
      )}
      {value.state === 'ready' &&
        (value.rows.length === 0 ? <p class="muted">{t('imports.list-empty')}</p> : <Table rows={value.rows} />)}
    </section>
  );
}

function Skeleton() {
  return (
    <>
      <p class="visually-hidden" role="status">
        {t('imports.list-loading')}
      </p>
      {[1, 2, 3].map((row) => (
        <div key={row} class="skeleton" />
      ))}
    </>
  );
}

function Table({ rows }: { rows: readonly LoadedImport[] }) {
  return (
    <table class="table loaded__table">
      <thead>
        <tr>
          <th scope="col">{t('imports.file')}</th>
          <th scope="col">{t('imports.rows-of')}</th>
          <th scope="col">{t('imports.provenance')}</th>
          <th scope="col">{t('imports.loaded-at')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

const counted = ['added', 'changed', 'removed', 'unchanged', 'rejected'] as const;

function Row({ row }: { row: LoadedImport }) {
  const provenance = [row.source, row.licence, row.dated && date(row.dated)].filter(Boolean).join(' · ');
  return (
    <tr>
      <th scope="row">
        {row.fileName}
        <br />
        <span class="muted">
          {t(`import-kind.${row.kind}`)} · {sizeText(row.fileBytes)}
        </span>
      </th>
      <td>
        {t('imports.rows', { count: row.rowsRead })}
        <br />
        <span class="muted">
          {counted
            .filter((count) => row[count] > 0)
            .map((count) => `${t(`imports.done-${count}`)} ${number(row[count])}`)
            .join(', ')}
        </span>
      </td>
      <td>
        {provenance || t('common.none')}
        <br />
        <span class="muted">{row.dataset}</span>{' '}
        <code class="muted" title={`SHA-256 ${row.fileHash}`}>
          {row.fileHash.slice(0, 8)}
        </code>
      </td>
      <td>
        {row.actor}
        <br />
        <span class="muted">{moment(row.loadedAt)}</span>
      </td>
    </tr>
  );
}
