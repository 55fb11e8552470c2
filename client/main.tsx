import { effect, signal } from '@preact/signals';
import { type FunctionComponent, render } from 'preact';
import { speak } from './i18n/index.ts';
import { preferredLanguage } from './i18n/language.ts';
import { openPageOf, pageOf } from './routes.ts';
import { loadInstallation, rememberedRole, resume, viewer } from './session/session.ts';
import { SignInPage } from './session/sign-in.tsx';
import { ProblemNotice } from './ui/problem-notice.tsx';

const page = signal<FunctionComponent | null>(null);
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
  return Page && <Page />;
}

/** Fetches the page of the address for whoever is signed in. */
async function showPage(): Promise<void> {
  try {
    page.value = await pageOf(location.pathname, viewer.value!.role)();
  } catch (problem) {
    failure.value = problem;
  }
}

/** Fetches what sends what a person has to tell. Returns the way to stop. */
function openOutbox(login: string): () => void {
  const opened = import('./outbox/start.ts').then(({ startOutbox }) => startOutbox(login));
  // Without its code the page is of use; what was told lies where it is until the next visit.
  return () => void opened.then((stop) => stop()).catch(() => {});
}

async function start(): Promise<void> {
  await speak(preferredLanguage());
  render(<App />, document.getElementById('app')!);
  if (openPage !== undefined) {
    await Promise.all([openPage().then((found) => (page.value = found)), loadInstallation()]).catch(
      (problem: unknown) => (failure.value = problem),
    );
    return;
  }
  // The page's code comes while the service is asked who this is: most often who it was last time.
  pageOf(location.pathname, rememberedRole())().catch(() => {});
  try {
    await Promise.all([resume(), loadInstallation()]);
  } catch (problem) {
    failure.value = problem;
    return;
  }
  effect(() => {
    if (viewer.value) void showPage();
  });
  effect(() => {
    if (viewer.value && viewer.value.role !== 'deputy') return openOutbox(viewer.value.login);
  });
}

void start();
