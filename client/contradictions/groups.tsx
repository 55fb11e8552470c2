import type { Group } from '../../server/contradictions/schema.ts';
import { number, t } from '../i18n/index.ts';

interface Properties {
  title: string;
  groups: readonly Group[];
  nameOf(code: string): string;
  /** What the rows are: contradicted claims, or nothing beside settlements. */
  rows?: string;
}

/** Counts by operator, region or size, most residents first. */
export function Groups({ title, groups, nameOf, rows }: Properties) {
  return (
    <details class="more">
      <summary>{title}</summary>
      <div class="wide-table" role="region" aria-label={title} tabIndex={0}>
        <table class="table figures">
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">{t('contradictions.residents')}</th>
              <th scope="col">{t('contradictions.settlements')}</th>
              {rows && <th scope="col">{rows}</th>}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.code}>
                <th scope="row">{nameOf(group.code)}</th>
                <td>{number(group.residents)}</td>
                <td>{number(group.settlements)}</td>
                {rows && <td>{number(group.rows)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
