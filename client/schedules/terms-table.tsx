import type { Terms } from '../../server/assignments/schema.ts';
import { t } from '../i18n/index.ts';
import { useParticulars } from './particulars.ts';
import type { Row } from './rows.ts';
import { termFields, termWords } from './words.ts';

/** What stands and what the operator asks for instead, side by side, where they differ. */
export function TermsTable({ row, asked }: { row: Row; asked: Terms }) {
  const ofMoney = asked.costTenge !== undefined || asked.subsidyTenge !== undefined;
  const standing: Terms = useParticulars(row, ofMoney).standing ?? row;
  const differing = termFields.filter((field) => asked[field] !== undefined && asked[field] !== standing[field]);
  return (
    <table class="table terms">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('terms.standing')}</th>
          <th scope="col">{t('terms.asked')}</th>
        </tr>
      </thead>
      <tbody>
        {differing.map((field) => (
          <tr key={field}>
            <th scope="row">{t(`field.${field}`)}</th>
            <td>{termWords(field, standing)}</td>
            <td>
              <strong>{termWords(field, asked)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
