import { t } from '../i18n/index.ts';
import { redoLatest, undoLatest } from '../store/acting.ts';
import { Problem } from '../store/request.ts';
import { notify } from '../ui/notices.tsx';
import { takeReply } from './reply/take-reply.ts';

async function step(deed: 'undo' | 'redo'): Promise<void> {
  try {
    const reply = await (deed === 'undo' ? undoLatest() : redoLatest());
    if (reply !== null) takeReply(deed, reply);
  } catch (problem) {
    const code = problem instanceof Problem ? problem.requestId : null;
    notify({ text: `${t('undo.failed')}${code ? ` ${t('problem.code')} ${code}` : ''}` });
  }
}

/** Undoes this person's latest action; what others have changed since stays as it is and is listed. */
export const undo = (): Promise<void> => step('undo');
export const redo = (): Promise<void> => step('redo');
