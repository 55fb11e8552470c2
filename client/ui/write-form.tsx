import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { Problem } from '../store/problem.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** What a form that adds to a document needs of its page. */
export interface Writing<Document> {
  /** The person has begun to write. */
  touched(): void;
  written(now: Document): void;
  reload(): Promise<Document>;
}

interface Properties<Document> extends Writing<Document> {
  /** The document as the person sees it. */
  seen: Document;
  /** Nothing more can be added to it. */
  closed: boolean;
  title: string;
  /** What the button does. */
  effect: string;
  /** Sends what was written, for the document as the person saw it. @throws {Problem} */
  send(version: number): Promise<Document>;
  /** What others wrote after a person saw it, a line each. */
  news(seen: Document, now: Document): readonly string[];
  words: { changed: MessageKey; still: MessageKey; notSaved: MessageKey };
  children: ComponentChildren;
}

/** Adds to a document. Where others wrote to it meanwhile, nothing is sent: what they wrote is shown first. */
export function WriteForm<Document extends { version: number }>(properties: Properties<Document>) {
  const { seen, closed, title, effect, send, words } = properties;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [news, setNews] = useState<readonly string[]>([]);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      properties.written(await send(seen.version));
      setNews([]);
    } catch (caught) {
      if (caught instanceof Problem && caught.status === 409 && caught.refusalCode === null)
        await properties.reload().then((now) => setNews(properties.news(seen, now)), setProblem);
      else setProblem(caught);
    }
    setBusy(false);
  }

  return (
    <form class="panel" aria-label={title} onSubmit={submit} onInput={() => properties.touched()}>
      <h2>{title}</h2>
      {properties.children}
      {news.length > 0 && (
        <div class="notice notice--error" role="alert">
          <div>
            <p>
              <strong>{t(words.changed)}</strong>
            </p>
            <ul>
              {news.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>{t(words.still)}</p>
          </div>
        </div>
      )}
      {problem !== null && <ProblemNotice problem={problem} what={words.notSaved} />}
      <div class="panel__actions">
        <button type="submit" class="button button--main" disabled={busy || closed}>
          {busy ? t('common.saving') : effect}
        </button>
      </div>
    </form>
  );
}
