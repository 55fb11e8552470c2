import { t } from '../i18n/index.ts';
import { operatorName } from '../planner/words.ts';
import { notify } from '../ui/notices.tsx';
import { closeDialog } from './acting.ts';
import { loadOverview } from './overview-state.ts';
import { readRows, type Row, rows as allRows } from './rows.ts';
import { schedulesService } from './service.ts';
import { StepForm } from './step-form.tsx';

interface Properties {
  operatorCode: string;
  version: number;
  /** The accepted assignments. */
  rows: readonly Row[];
}

/** Approves a schedule that has been answered, and freezes a baseline. */
export function ApproveDialog({ operatorCode, version, rows }: Properties) {
  async function submit(): Promise<void> {
    const { approved } = await schedulesService.approve(operatorCode, version);
    closeDialog();
    notify({ text: t('approve.done', { count: approved }) });
    // The reply counts what was approved; the rows themselves must be asked for.
    [allRows.value] = await Promise.all([readRows(operatorCode), loadOverview()]);
  }
  return (
    <StepForm
      title={t('approve.title', { version })}
      rows={rows}
      effect={t('approve.effect', { count: rows.length, operator: operatorName(operatorCode) })}
      submit={submit}
    >
      <p>{t('approve.explained')}</p>
    </StepForm>
  );
}
