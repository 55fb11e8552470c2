import { effect, signal } from '@preact/signals';
import type { Installation, Role, SignIn, Viewer } from '../../server/accounts/schema.ts';
import { forget, keepFor } from '../store/kept.ts';
import { Problem } from '../store/problem.ts';
import { recall, remember } from '../store/remembered.ts';
import { requestOnce, sessionEnded } from '../store/request.ts';

/** Who is signed in; null nobody, undefined not known yet. */
export const viewer = signal<Viewer | null | undefined>(undefined);

export const installation = signal<Installation | null>(null);

const remembered = 'baylanys.role';

effect(() => {
  if (viewer.value) {
    remember(remembered, viewer.value.role);
    // Both were asked for before it was known for whom to keep them.
    const replies = { '/api/session': viewer.value, '/api/installation': installation.value };
    void keepFor(viewer.value.login, replies).catch(() => {});
  } else if (viewer.value === null) void forget().catch(() => {});
});

/** The role of whoever was signed in here last; null where nobody was. */
export const rememberedRole = (): Role | null => recall(remembered) as Role | null;

export const mayPlan = (): boolean => viewer.value?.role === 'planner' || viewer.value?.role === 'administrator';

/** Finds out who is signed in. @throws {Problem} when the service does not say */
export async function resume(): Promise<void> {
  try {
    viewer.value = await requestOnce<Viewer>('GET', '/api/session');
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 401) throw problem;
    viewer.value = null;
  }
}

/** @throws {Problem} 401 when name and password do not fit */
export async function signIn(credentials: SignIn): Promise<void> {
  const signedIn = await requestOnce<Viewer>('POST', '/api/session', credentials);
  goOnAs(signedIn);
}

/** Goes on where the session ended, if it is the same person; a page keeps nothing of one person for another. */
function goOnAs(signedIn: Viewer): void {
  const before = viewer.peek();
  if (before && before.login !== signedIn.login) return location.reload();
  sessionEnded.value = false;
  if (!before) viewer.value = signedIn;
}

/** The person may have signed in elsewhere, in another tab. */
export async function lookForSession(): Promise<void> {
  const found = await requestOnce<Viewer>('GET', '/api/session').catch(() => null);
  if (found !== null && found.login === viewer.peek()?.login) sessionEnded.value = false;
}

/** Signs out and begins anew, so that nothing of the person stays in the page. */
export async function signOut(): Promise<void> {
  // First, so that nothing of it stays here even where there is no line to tell the service.
  await forget().catch(() => {});
  await requestOnce<void>('DELETE', '/api/session');
  location.assign('/');
}

export async function loadInstallation(): Promise<void> {
  installation.value = await requestOnce<Installation>('GET', '/api/installation');
}
