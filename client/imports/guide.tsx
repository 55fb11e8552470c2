import { t } from '../i18n/index.ts';

const steps = ['kato', 'boundaries', 'settlements', 'populations', 'coverage', 'register', 'measurements'] as const;

/** The order in which a country is brought in; open while there is none. */
export function Guide({ open }: { open: boolean }) {
  return (
    <details class="guide" open={open}>
      <summary>
        <h2>{t('guide.title')}</h2>
      </summary>
      <p>{t('guide.explained')}</p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(`guide.${step}`)}</li>
        ))}
      </ol>
    </details>
  );
}
