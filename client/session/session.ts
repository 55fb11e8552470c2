import { effect, signal } from '@preact/signals';
import type { Installation, Role, SignIn, Viewer } from '../../server/accounts/schema.ts';
import { forget, keepFor } from '../store/kept.ts';
import { Problem, request, sessionEnded } from '../store/request.ts';

/** Who is signed in; null nobody, undefined not known yet. */
export const viewer = signal<Viewer | null | undefined>(undefined);

export const installation = signal<Installation | null>(null);

effect(() => {
  if (sessionEnded.value) viewer.value = null;
});

const remembered = 'baylanys.role';

effect(() => {
  if (viewer.value) {
    localStorage.setItem(remembered, viewer.value.role);
    // Both were asked for before it was known for whom to keep them.
    const replies = { '/api/session': viewer.value, '/api/installation': installation.value };
    void keepFor(viewer.value.login, replies).catch(() => {});
  } else if (viewer.value === null) void forget().catch(() => {});
});

/** The role of whoever was signed in here last; null where nobody was. */
export const rememberedRole = (): Role | null => localStorage.getItem(remembered) as Role | null;

export const mayPlan = (): boolean => viewer.value?.role === 'planner' || viewer.value?.role === 'administrator';

/** Finds out who is signed in. @throws {Problem} when the service does not say */
export async function resume(): Promise<void> {
  try {
    viewer.value = await request<Viewer>('GET', '/api/session');
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 401) throw problem;
    viewer.value = null;
  }
}

/** @throws {Problem} 401 when name and password do not fit */
export async function signIn(credentials: SignIn): Promise<void> {
  const signedIn = await request<Viewer>('POST', '/api/session', credentials);
  sessionEnded.value = false;
  viewer.value = signedIn;
}

/** Signs out and begins anew, so that nothing of the person stays in the page. */
export async function signOut(): Promise<void> {
  // First, so that nothing of it stays here even where there is no line to tell the service.
  await forget().catch(() => {});
  await request<void>('DELETE', '/api/session');
  location.assign('/');
}

export async function loadInstallation(): Promise<void> {
  installation.value = await request<Installation>('GET', '/api/installation');
}
