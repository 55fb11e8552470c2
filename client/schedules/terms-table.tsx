import type { CommitmentChanges } from '../../server/assignments/schema.ts';
import { t } from '../i18n/index.ts';
import { useParticulars } from './particulars.ts';
import type { Row } from './rows.ts';
import { changeFields, termWords } from './words.ts';

/** What stands, as proposed or as agreed, and what is asked for instead, side by side, where they differ. */
export function TermsTable({ row, asked, agreed = false }: { row: Row; asked: CommitmentChanges; agreed?: boolean }) {
  const particular = ['costTenge', 'subsidyTenge', 'responsibleOfficer'] as const;
  const isParticular = particular.some((field) => asked[field] !== undefined);
  const standing: CommitmentChanges = useParticulars(row, isParticular).standing ?? row;
  const differing = changeFields.filter((field) => asked[field] !== undefined && asked[field] !== standing[field]);
  return (
    <table class="table terms">
      <thead>
        <tr>
          <td />
          <th scope="col">{t(agreed ? 'terms.agreed' : 'terms.standing')}</th>
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
