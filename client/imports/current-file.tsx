import { t } from '../i18n/index.ts';
import { AboutFile } from './about-file.tsx';
import { FileProblem } from './file-problem.tsx';
import { Preview } from './preview.tsx';
import { type ChosenFile, check, current, discard, files, results } from './queue.ts';
import { sizeText } from './size.ts';

/** The file that is worked on: what is said of it, its way to the service, what loading it would change. */
export function CurrentFile() {
  const one = current.value;
  if (one === undefined) return null;
  const done = results.value.length;
  const of = done + files.value.length;
  return (
    <section class="file-card" key={one.key} aria-labelledby="current-file">
      <header class="file-card__head">
        <h2 id="current-file">{one.file.name}</h2>
        <p class="muted">
          {sizeText(one.file.size)}
          {of > 1 && ` · ${t('imports.place', { at: done + 1, of })}`}
        </p>
      </header>
      {one.step.type === 'sending' ? (
        <Sending share={one.step.share} stop={one.step.stop} />
      ) : (
        <>
          {one.step.type === 'chosen' && one.step.problem !== null && (
            <FileProblem problem={one.step.problem} what="imports.check-failed" />
          )}
          {one.step.type !== 'loading' && <Question one={one} />}
          {one.step.type !== 'chosen' && <Preview one={one} step={one.step} />}
        </>
      )}
    </section>
  );
}

/** What the person says of the file; once it was checked it is out of the way. */
function Question({ one }: { one: ChosenFile }) {
  const checked = one.step.type === 'checked';
  const form = (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void check(one);
      }}
    >
      <AboutFile one={one} />
      <p class="file-card__actions">
        <button type="submit" class={checked ? 'button' : 'button button--main'}>
          {checked ? t('imports.check-again') : t('imports.check')}
        </button>
        {!checked && (
          <button type="button" class="button" onClick={() => discard(one)}>
            {t('imports.discard')}
          </button>
        )}
      </p>
    </form>
  );
  if (!checked) return form;
  return (
    <details class="more">
      <summary>{t('imports.about')}</summary>
      {form}
    </details>
  );
}

function Sending({ share, stop }: { share: number; stop(): void }) {
  const sent = share >= 1;
  const text = sent ? t('imports.checking') : t('imports.sending', { percent: Math.floor(share * 100) });
  return (
    <div class="sending">
      <p role="status">{sent ? text : <span aria-hidden="true">{text}</span>}</p>
      {/* Without a value the bar says that it is not known how long it will be. */}
      <progress aria-label={text} max={1} {...(sent ? {} : { value: share })} />
      <button type="button" class="button" onClick={stop}>
        {t('imports.stop')}
      </button>
    </div>
  );
}
