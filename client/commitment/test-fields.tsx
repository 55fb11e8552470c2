import type { Inspection, Wanted } from '../../server/construction/schema.ts';
import { failingOf, medianOf } from '../../server/construction/rules.ts';
import { t } from '../i18n/index.ts';
import { Field } from '../ui/field.tsx';
import { figures, type TestDraft, testsOf } from './test-draft.ts';
import { MedianLine } from './tests-table.tsx';

interface Properties {
  tests: readonly TestDraft[];
  /** What is wanted of their median, null of what does not count; where it is not said, they are held against nothing. */
  wanted?: Wanted | null;
  change(tests: readonly TestDraft[]): void;
}

/** Speed tests, a row each, and their median against what is wanted as soon as there is one. */
export function TestFields({ tests, wanted, change }: Properties) {
  const whole = testsOf(tests);
  const median = whole.length > 0 && wanted !== undefined ? medianOf(whole) : null;
  const failing: Inspection['failing'] = median === null ? [] : failingOf(median, wanted!);
  return (
    <>
      {tests.map((test, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a test is what its place makes it
        <fieldset key={at} class="speed-test">
          <legend>{t('speed.one', { number: at + 1 })}</legend>
          {figures.map((figure) => (
            <Field key={figure} label={t(`speed.${figure}`)}>
              {(id) => (
                <input
                  id={id}
                  type="number"
                  inputmode="decimal"
                  min={0}
                  max={figure === 'latency' ? 60_000 : 100_000}
                  step="any"
                  value={test[figure]}
                  onInput={({ currentTarget: { value } }) =>
                    change(tests.map((one, i) => (i === at ? { ...one, [figure]: value } : one)))
                  }
                />
              )}
            </Field>
          ))}
        </fieldset>
      ))}
      <div role="status">
        {median !== null && <MedianLine median={median} wanted={wanted!} failing={failing} count={whole.length} />}
      </div>
    </>
  );
}
