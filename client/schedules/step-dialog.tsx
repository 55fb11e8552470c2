import { openDialog } from './acting.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { ReplyDialog } from './reply-dialog.tsx';
import { TermsDialog } from './terms-dialog.tsx';

/** The dialog of a step, or of what became of it. */
export function StepDialog() {
  const open = openDialog.value;
  switch (open?.type) {
    case 'reason':
      return <ReasonDialog step={open.step} rows={open.rows} />;
    case 'terms':
      return <TermsDialog step={open.step} rows={open.rows} />;
    case 'change':
      return <ChangeDialog rows={open.rows} />;
    case 'decide':
      return <DecideDialog {...open} />;
    case 'reply':
      return <ReplyDialog key={open.reply.actionId} {...open} />;
    default:
      return null;
  }
}
