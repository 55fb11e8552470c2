import { effect, signal } from '@preact/signals';
import { type FunctionComponent, render } from 'preact';
import { speak } from './i18n/index.ts';
import { preferredLanguage } from './i18n/language.ts';
import { openPageOf, pageOf } from './routes.ts';
import { keepShell } from './service-worker/shell.ts';
import { loadInstallation, rememberedRole, resume, viewer } from './session/session.ts';
import { followOtherTabs } from './session/other-tabs.ts';
import { SignInPage } from './session/sign-in.tsx';
import { fetchCode } from './store/code.ts';
import { sessionEnded } from './store/request.ts';
// Light or dark from the first picture on.
import './ui/colours.ts';
import { keepFocus } from './ui/focus-keeper.ts';
import { ProblemNotice } from './ui/problem-notice.tsx';

/** Keeping the page for when there is no line waits so long: the first view shall not wait for that. Milliseconds. */
const firstViewTakes = 2000;

/** Where its code does not come, it is asked for again after so many milliseconds. */
const lookAgain = 3000;

const page = signal<FunctionComponent | null>(null);
/** Signing in again over the page: its code comes when a session has ended. */
const again = signal<FunctionComponent | null>(null);
const failure = signal<unknown>(null);

const openPage = openPageOf(location.pathname);

/** The sign-in page for nobody, else the page of the address; a page that is open to all asks nobody. */
function App() {
  if (failure.value !== null) {
    return (
      <main class="sign-in">
        <ProblemNotice problem={failure.value} what="problem.start" retry={() => location.reload()} />
      </main>
    );
  }
  if (openPage !== undefined) return page.value && <page.value />;
  if (viewer.value === undefined) return null;
  if (viewer.value === null) return <SignInPage />;
  const Page = page.value;
  return (
    Page && (
      <>
        <Page />
        {again.value && <again.value />}
      </>
    )
  );
}

/** Fetches the page of the address for whoever is signed in. */
async function showPage(): Promise<void> {
  try {
    page.value = await fetchCode(pageOf(location.pathname, viewer.value!.role));
    setTimeout(() => void keepShell().catch(() => {}), firstViewTakes);
  } catch (problem) {
    failure.value = problem;
  }
}

async function showSignInAgain(): Promise<void> {
  try {
    again.value = (await fetchCode(() => import('./session/sign-in-again.tsx'))).SignInAgain;
  } catch {
    setTimeout(() => void showSignInAgain(), lookAgain);
  }
}

/** Fetches what sends what a person has to tell. Returns the way to stop. */
function openOutbox(login: string): () => void {
  const opened = import('./outbox/start.ts').then(({ startOutbox }) => startOutbox(login));
  // Without its code the page is of use; what was told lies where it is until the next visit.
  return () => void opened.then((stop) => stop()).catch(() => {});
}

/** Asks the service who this is, while the code of the page comes that whoever was here last saw. */
async function findViewer(): Promise<void> {
  const role = rememberedRole();
  if (role !== null) pageOf(location.pathname, role)().catch(() => {});
  await Promise.all([resume(), loadInstallation()]);
}

async function start(): Promise<void> {
  // All that can be is asked for at once: on a slow line each way there and back is felt.
  const shown = speak(preferredLanguage()).then(() => render(<App />, document.getElementById('app')!));
  const ready =
    openPage === undefined
      ? findViewer()
      : Promise.all([openPage().then((found) => (page.value = found)), loadInstallation()]);
  try {
    await Promise.all([shown, ready]);
  } catch (problem) {
    failure.value = problem;
    return;
  }
  if (openPage !== undefined) return;
  followOtherTabs();
  effect(() => {
    if (viewer.value) void showPage();
  });
  effect(() => {
    if (sessionEnded.value && again.peek() === null) void showSignInAgain();
  });
  effect(() => {
    if (viewer.value && viewer.value.role !== 'deputy') return openOutbox(viewer.value.login);
  });
}

keepFocus();
void start();
