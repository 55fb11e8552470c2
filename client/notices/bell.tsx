import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { learn, number, t } from '../i18n/index.ts';
import { fetchCode } from '../store/code.ts';
import { Icon } from '../ui/icon.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { unread, watchUnread } from './unread.ts';

const mostShown = 99;

/** How many notices wait, and the list of them, which is fetched when it is first opened. */
export function Bell() {
  const [List, setList] = useState<FunctionComponent | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [open, setOpen] = useState(false);
  useEffect(watchUnread, []);

  async function toggled({ newState }: ToggleEvent): Promise<void> {
    setOpen(newState === 'open');
    if (newState !== 'open' || List !== null) return;
    setProblem(null);
    try {
      const [{ NoticeList }] = await fetchCode(() => Promise.all([import('./list.tsx'), learn('notices')]));
      setList(() => NoticeList);
    } catch (caught) {
      setProblem(caught);
    }
  }

  const count = unread.value;
  const label = count === 0 ? t('bell.title') : t('bell.unread', { count });
  return (
    <>
      <button type="button" class="button button--icon bell" popovertarget="notices" aria-label={label} title={label}>
        <Icon name="bell" />
        {count > 0 && (
          <span class="bell__count" aria-hidden="true">
            {count > mostShown ? `${mostShown}+` : number(count)}
          </span>
        )}
      </button>
      <section
        id="notices"
        popover="auto"
        class="popover popover--notices"
        aria-label={t('bell.title')}
        onToggle={(event) => void toggled(event as unknown as ToggleEvent)}
      >
        {problem !== null && <ProblemNotice problem={problem} what="bell.failed" />}
        {open && List !== null && <List />}
      </section>
    </>
  );
}
