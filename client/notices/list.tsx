import { useEffect, useState } from 'preact/hooks';
import type { Notice, NoticePage } from '../../server/notices/schema.ts';
import { language, moment, t } from '../i18n/index.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { noticesService } from './service.ts';
import { unread } from './unread.ts';

type Reading = { rows: readonly Notice[]; next: string | null } | null;

/** One's notices, the newest first, each with the way to where it is acted upon. */
export function NoticeList() {
  const [reading, setReading] = useState<Reading>(null);
  const [problem, setProblem] = useState<unknown>(null);

  async function attempt(work: () => Promise<void>): Promise<void> {
    setProblem(null);
    await work().catch(setProblem);
  }

  const read = (cursor: string | null, before: readonly Notice[]) =>
    attempt(async () => {
      const page: NoticePage = await noticesService.page(cursor);
      unread.value = page.unread;
      setReading({ rows: [...before, ...page.rows], next: page.next });
    });

  const markAll = (rows: readonly Notice[]) =>
    attempt(async () => {
      unread.value = (await noticesService.read({ until: rows[0].madeAt })).unread;
      setReading((now) => now && { ...now, rows: now.rows.map((row) => ({ ...row, read: true })) });
    });

  // What the service words is fetched anew in another language.
  const spoken = language.value;
  useEffect(() => void read(null, []), [spoken]);

  return (
    <>
      <header class="notice-list__head">
        <h2>{t('bell.title')}</h2>
        {reading?.rows.some((row) => !row.read) && (
          <button type="button" class="button button--quiet" onClick={() => void markAll(reading.rows)}>
            {t('notices.mark-all')}
          </button>
        )}
      </header>
      {problem !== null && <ProblemNotice problem={problem} what="bell.failed" retry={() => void read(null, [])} />}
      {reading === null && problem === null && <div class="skeleton" aria-hidden="true" />}
      {reading?.rows.length === 0 && <p class="muted">{t('notices.none')}</p>}
      <ul class="notice-list">
        {reading?.rows.map((row) => (
          <Row key={row.id} {...row} />
        ))}
      </ul>
      <p class="notice-list__foot">
        {reading?.next && (
          <button type="button" class="button" onClick={() => void read(reading.next, reading.rows)}>
            {t('notices.more')}
          </button>
        )}
        <a href="/account">{t('notices.choose')}</a>
      </p>
    </>
  );
}

function Row({ id, text, path, madeAt, read, urgent }: Notice) {
  return (
    <li class={read ? 'notice-list__row' : 'notice-list__row notice-list__row--new'}>
      <a href={path} onClick={() => read || noticesService.readOnLeaving(id)}>
        {text}
      </a>
      <small class="muted">
        {!read && <strong class="notice-list__new">{t('notices.new')}</strong>}
        {urgent && <strong class="notice-list__urgent">{t('notices.urgent')}</strong>}
        <time dateTime={madeAt}>{moment(madeAt)}</time>
      </small>
    </li>
  );
}
