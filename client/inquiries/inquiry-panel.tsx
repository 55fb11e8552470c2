import type { InquiryKey, ShownInquiry } from '../../server/inquiries/schema.ts';
import { date, t } from '../i18n/index.ts';
import { languageNames } from '../i18n/language.ts';
import { viewer } from '../session/session.ts';
import { type Fact, Facts } from '../ui/facts.tsx';
import { ListSkeleton } from '../ui/list-skeleton.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useDocument } from '../ui/use-document.ts';
import { AnswerForm } from './answer-form.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { inquiriesService } from './service.ts';
import { addresseeWords, answerHead, clockClass, clockWords, placeWords, reference } from './words.ts';

/** One inquiry: the question, its clock, the answers in order, what came of it, and what this person can add. */
export function InquiryPanel({ of }: { of: InquiryKey }) {
  const { document: inquiry, problem, begin, form } = useDocument(() => inquiriesService.find(of), 'inquiries.saved');

  return (
    <>
      <p>
        <a class="button" href="/inquiries">
          {t('inquiries.all')}
        </a>
      </p>
      {problem !== null && <ProblemNotice problem={problem} what="inquiries.load-failed" retry={begin} />}
      {inquiry === null && problem === null && <ListSkeleton what="inquiries.loading" />}
      {inquiry && (
        <>
          <Question inquiry={inquiry} />
          <Answers inquiry={inquiry} />
          {inquiry.outcome !== null && (
            <section class="panel">
              <h2>
                {t('inquiries.outcome')}: {t(`inquiry-outcome.${inquiry.outcome}`)}
              </h2>
              <p class="muted">{date(inquiry.outcomeOn!)}</p>
              {inquiry.outcomeText && <p class="inquiry__text">{inquiry.outcomeText}</p>}
            </section>
          )}
          {viewer.value!.role !== 'deputy' && <AnswerForm inquiry={inquiry} {...form} />}
          {viewer.value!.login === inquiry.askedBy && <OutcomeForm inquiry={inquiry} {...form} />}
        </>
      )}
    </>
  );
}

function Question({ inquiry }: { inquiry: ShownInquiry }) {
  const { regionCode, settlementCode, figure, question, state, askedOn, askedByName, dueOn, subject } = inquiry;
  const clock = clockWords(inquiry);
  const facts: Fact[] = [
    [t('inquiries.addressee'), addresseeWords(inquiry)],
    [t('inquiries.asked-by'), `${askedByName}, ${date(askedOn)}`],
    [t('inquiries.about'), t(`inquiry-subject.${subject}`)],
    [t('inquiries.due-on'), date(dueOn)],
    figure === null ? null : [t('inquiries.figure'), figure],
  ];
  return (
    <section class="panel">
      <div class="panel__head">
        <h2>
          {t('inquiries.one', { reference: reference(inquiry) })} · {placeWords(inquiry)}
        </h2>
        <span>
          <span class={`state state--inquiry-${state}`}>{t(`inquiry-state.${state}`)}</span>{' '}
          {clock !== null && <span class={clockClass(inquiry)}>{clock}</span>}
        </span>
      </div>
      <Facts facts={facts} />
      <p class="inquiry__text">{question}</p>
      <div class="panel__actions" role="group" aria-label={t('inquiries.print')}>
        {(['kk', 'ru'] as const).map((language) => (
          <a key={language} class="button" href={inquiriesService.documentAddress(inquiry, language)} download>
            PDF, {languageNames[language]}
          </a>
        ))}
        {settlementCode !== null && (
          <a
            class="button"
            href={`/map?show=all&place=${encodeURIComponent(regionCode)}:${encodeURIComponent(settlementCode)}`}
          >
            {t('details.on-map')}
          </a>
        )}
      </div>
    </section>
  );
}

function Answers({ inquiry: { answers } }: { inquiry: ShownInquiry }) {
  if (answers.length === 0) return <p class="muted">{t('inquiries.no-answer')}</p>;
  return (
    <ol class="plain inquiry__answers" aria-label={t('inquiries.answers')}>
      {answers.map((answer) => (
        <li key={answer.number} class="panel">
          <h2>{answerHead(answer)}</h2>
          <p class="inquiry__text">{answer.text}</p>
        </li>
      ))}
    </ol>
  );
}
