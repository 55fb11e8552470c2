import { redoLatest, undoLatest } from '../store/acting.ts';
import { notifyProblem } from '../ui/notify-problem.ts';
import { takeReply } from './reply/take-reply.ts';

async function step(deed: 'undo' | 'redo'): Promise<void> {
  try {
    const reply = await (deed === 'undo' ? undoLatest() : redoLatest());
    if (reply !== null) takeReply(deed, reply);
  } catch (problem) {
    notifyProblem(problem, 'undo.failed');
  }
}

/** Undoes this person's latest action; what others have changed since stays as it is and is listed. */
export const undo = (): Promise<void> => step('undo');
export const redo = (): Promise<void> => step('redo');
