import { signal } from '@preact/signals';
import { type FunctionComponent, render } from 'preact';
import { speak } from './i18n/index.ts';
import { preferredLanguage } from './i18n/language.ts';
import { pageOf } from './routes.ts';
import { loadInstallation, resume, viewer } from './session/session.ts';
import { SignInPage } from './session/sign-in.tsx';
import { ProblemNotice } from './ui/problem-notice.tsx';

const page = signal<FunctionComponent | null>(null);
const failure = signal<unknown>(null);

/** The sign-in page for nobody, else the page of the address. */
function App() {
  if (failure.value !== null) {
    return (
      <main class="sign-in">
        <ProblemNotice problem={failure.value} what="problem.start" retry={() => location.reload()} />
      </main>
    );
  }
  if (viewer.value === undefined) return null;
  if (viewer.value === null) return <SignInPage />;
  const Page = page.value;
  return Page && <Page />;
}

async function start(): Promise<void> {
  await speak(preferredLanguage());
  render(<App />, document.getElementById('app')!);
  try {
    // The page's code comes while the service is asked who this is.
    const pageCode = pageOf(location.pathname)();
    await Promise.all([resume(), loadInstallation()]);
    page.value = await pageCode;
  } catch (problem) {
    failure.value = problem;
  }
}

void start();
