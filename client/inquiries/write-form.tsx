import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ShownInquiry } from '../../server/inquiries/schema.ts';
import { t } from '../i18n/index.ts';
import { Problem } from '../store/problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { newsSince } from './words.ts';

/** What a form that adds to an inquiry needs of the page. */
export interface WriteProperties {
  /** The inquiry as the person sees it. */
  inquiry: ShownInquiry;
  /** The person has begun to write. */
  touched(): void;
  written(now: ShownInquiry): void;
  reload(): Promise<ShownInquiry>;
}

interface Properties extends WriteProperties {
  title: string;
  /** What the button does. */
  effect: string;
  /** Sends what was written, for the inquiry as the person saw it. @throws {Problem} */
  send(version: number): Promise<ShownInquiry>;
  children: ComponentChildren;
}

/** Adds to an inquiry. Where others wrote to it meanwhile, nothing is sent: what they wrote is shown first. */
export function WriteForm({ inquiry, touched, written, reload, title, effect, send, children }: Properties) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [news, setNews] = useState<readonly string[]>([]);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      written(await send(inquiry.version));
      setNews([]);
    } catch (caught) {
      if (caught instanceof Problem && caught.status === 409)
        await reload().then((now) => setNews(newsSince(inquiry, now)), setProblem);
      else setProblem(caught);
    }
    setBusy(false);
  }

  return (
    <form class="panel" aria-label={title} onSubmit={submit} onInput={touched}>
      <h2>{title}</h2>
      {children}
      {news.length > 0 && (
        <div class="notice notice--error" role="alert">
          <div>
            <p>
              <strong>{t('inquiries.changed')}</strong>
            </p>
            <ul>
              {news.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>{t(inquiry.outcome === null ? 'inquiries.changed-open' : 'inquiries.changed-closed')}</p>
          </div>
        </div>
      )}
      {problem !== null && <ProblemNotice problem={problem} what="inquiries.not-saved" />}
      <div class="panel__actions">
        <button type="submit" class="button button--main" disabled={busy || inquiry.outcome !== null}>
          {busy ? t('common.saving') : effect}
        </button>
      </div>
    </form>
  );
}
