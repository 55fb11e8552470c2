import { useEffect, useRef, useState } from 'preact/hooks';
import type { ShownInquiry } from '../../server/inquiries/schema.ts';
import { date, t } from '../i18n/index.ts';
import { followChanges } from '../schedules/follow.ts';
import { viewer } from '../session/session.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { type InquiryFilters, readFilters, writeFilters } from './address.ts';
import { FilterForm } from './filter-form.tsx';
import { addressOf, inquiriesService } from './service.ts';
import { Skeleton } from './skeleton.tsx';
import { addresseeWords, clockClass, clockWords, placeWords, reference } from './words.ts';

const pageSize = 50;

/** All inquiries that this person may see, the newest first, each with its clock. */
export function ListPanel() {
  const [filters, setFilters] = useState(() => readFilters(location.search));
  const [rows, setRows] = useState<readonly ShownInquiry[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const shown = useRef(pageSize);
  // Replies may come in another order than they were asked for.
  const asked = useRef<InquiryFilters>(filters);

  async function load(): Promise<void> {
    const wanted = asked.current;
    try {
      const page = await inquiriesService.list(wanted, shown.current, null);
      if (wanted !== asked.current) return;
      setRows(page.rows);
      setNext(page.next);
      setProblem(null);
    } catch (caught) {
      setProblem(caught);
    }
  }
  async function more(): Promise<void> {
    shown.current += pageSize;
    await load();
  }
  function show(wanted: InquiryFilters): void {
    asked.current = wanted;
    shown.current = pageSize;
    setFilters(wanted);
    void load();
  }

  useEffect(() => {
    void load();
    const back = () => show(readFilters(location.search));
    addEventListener('popstate', back);
    const stop = followChanges(load);
    return () => {
      stop();
      removeEventListener('popstate', back);
    };
  }, []);

  return (
    <>
      {viewer.value!.role === 'deputy' && (
        <p>
          <a class="button button--main" href="/inquiries/new">
            {t('inquiries.ask')}
          </a>
        </p>
      )}
      <FilterForm
        filters={filters}
        change={(changes) => {
          const wanted = { ...filters, ...changes };
          history.pushState(null, '', location.pathname + writeFilters(wanted));
          show(wanted);
        }}
      />
      {problem !== null && <ProblemNotice problem={problem} what="inquiries.load-failed" retry={() => void load()} />}
      {rows === null && problem === null && <Skeleton />}
      {rows?.length === 0 && <Empty filtered={writeFilters(filters) !== ''} />}
      {rows !== null && rows.length > 0 && (
        <ul class="commitments" aria-label={t('inquiries.title')}>
          {rows.map((inquiry) => (
            <Item key={reference(inquiry)} inquiry={inquiry} />
          ))}
        </ul>
      )}
      {next !== null && (
        <p>
          <button type="button" class="button" onClick={() => void more()}>
            {t('inquiries.earlier')}
          </button>
        </p>
      )}
    </>
  );
}

/** Why nothing is listed, and what can be done next. */
function Empty({ filtered }: { filtered: boolean }) {
  const { role } = viewer.value!;
  const why = filtered
    ? 'inquiries.empty-filters'
    : role === 'deputy'
      ? 'inquiries.empty-deputy'
      : role === 'operator'
        ? 'inquiries.empty-operator'
        : 'inquiries.empty';
  return <p class="empty">{t(why)}</p>;
}

function Item({ inquiry }: { inquiry: ShownInquiry }) {
  const { state, question, figure, askedByName, askedOn } = inquiry;
  const clock = clockWords(inquiry);
  return (
    <li class="commitment inquiry">
      <div class="commitment__head">
        <h2 class="inquiry__title">
          <a href={addressOf(inquiry)}>
            {t('inquiries.one', { reference: reference(inquiry) })} · {placeWords(inquiry)}
          </a>
        </h2>
        {clock === null ? (
          <span class={`state state--inquiry-${state}`}>{t(`inquiry-state.${state}`)}</span>
        ) : (
          <span class={clockClass(inquiry)}>{clock}</span>
        )}
      </div>
      <p class="muted">
        {t('inquiries.to', { addressee: addresseeWords(inquiry) })} ·{' '}
        {t('inquiries.by', { name: askedByName, date: date(askedOn) })}
      </p>
      {figure !== null && <p class="muted">{figure}</p>}
      <p class="inquiry__beginning">{question}</p>
    </li>
  );
}
