import type { ShownInquiry } from '../../server/inquiries/schema.ts';
import { date, t } from '../i18n/index.ts';
import { viewer } from '../session/session.ts';
import { ListSkeleton } from '../ui/list-skeleton.tsx';
import { NoMatches } from '../ui/no-matches.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useList } from '../ui/use-list.ts';
import { readFilters, writeFilters } from './address.ts';
import { FilterForm } from './filter-form.tsx';
import { addressOf, inquiriesService } from './service.ts';
import { addresseeWords, clockClass, clockWords, placeWords, reference } from './words.ts';

/** All inquiries that this person may see, the newest first, each with its clock. */
export function ListPanel() {
  const { filters, change, clear, rows, next, problem, load, more, filtered } = useList({
    read: readFilters,
    write: writeFilters,
    fetch: (wanted, limit) => inquiriesService.list(wanted, limit),
  });

  return (
    <>
      {viewer.value!.role === 'deputy' && (
        <p>
          <a class="button button--main" href="/inquiries/new">
            {t('inquiries.ask')}
          </a>
        </p>
      )}
      <FilterForm {...{ filters, change }} />
      {problem !== null && <ProblemNotice problem={problem} what="inquiries.load-failed" retry={() => void load()} />}
      {rows === null && problem === null && <ListSkeleton what="inquiries.loading" />}
      {rows?.length === 0 && (filtered ? <NoMatches clear={clear} what="inquiries.empty-filters" /> : <Empty />)}
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
function Empty() {
  const { role } = viewer.value!;
  const why =
    role === 'deputy' ? 'inquiries.empty-deputy' : role === 'operator' ? 'inquiries.empty-operator' : 'inquiries.empty';
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
