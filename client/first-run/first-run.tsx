import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { learn, t } from '../i18n/index.ts';
import { fetchCode } from '../store/code.ts';
import { Icon } from '../ui/icon.tsx';
import { dismissed, showFirstSteps } from './dismissed.ts';

/** Fetches what is shown with its texts; whoever has put the steps away never does. */
function useSteps(wanted: boolean, name: 'FirstSteps' | 'CountrySteps'): FunctionComponent | null {
  const [Steps, setSteps] = useState<FunctionComponent | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const fetched = fetchCode(() => Promise.all([import('./steps.ts'), learn('steps')]));
    // Without them the page is of use all the same.
    fetched.then(
      ([steps]) => setSteps(() => steps[name]),
      () => {},
    );
  }, [wanted, name]);
  return wanted ? Steps : null;
}

/** The first steps of the person's role, until they are put away. */
export function FirstRun() {
  const Steps = useSteps(!dismissed.value, 'FirstSteps');
  return Steps && <Steps />;
}

/** How a planner brings a country in where there is none. */
export function CountryRun() {
  const Steps = useSteps(true, 'CountrySteps');
  return Steps && <Steps />;
}

/** Shows the first steps again, on a page that has no other help. */
export function FirstRunButton() {
  return (
    <button
      type="button"
      class="button button--icon"
      aria-label={t('help.first-steps')}
      title={t('help.first-steps')}
      onClick={showFirstSteps}
    >
      <Icon name="help" />
    </button>
  );
}
