import { useEffect, useState } from 'preact/hooks';
import type { AssignmentKey } from '../../server/assignments/schema.ts';
import type { ChangeRequest } from '../../server/change-requests/schema.ts';
import type { Progress } from '../../server/construction/schema.ts';
import { arrived } from '../outbox/outbox.ts';
import { followChanges } from '../schedules/follow.ts';
import { loadBasics } from '../schedules/rows.ts';
import { commitmentService } from './service.ts';

/** All that is known of a commitment, kept as the service has it. What was read stays where reading anew fails. */
export function useProgress(key: AssignmentKey) {
  const [progress, show] = useState<Progress | null>(null);
  const [requests, setRequests] = useState<readonly ChangeRequest[]>([]);
  const [problem, setProblem] = useState<unknown>(null);

  async function read(): Promise<void> {
    try {
      const [next, asked] = await Promise.all([
        commitmentService.progress(key),
        commitmentService.changeRequests(key),
        loadBasics(),
      ]);
      setRequests(asked);
      show(next);
      setProblem(null);
    } catch (caught) {
      setProblem(caught);
    }
  }

  const last = arrived.value.at(-1)?.id;
  useEffect(() => void read(), [last]);
  useEffect(() => followChanges(read), []);
  return { progress, requests, problem, show, retry: () => void read() };
}
