import { useEffect, useState } from 'preact/hooks';
import type { LoadedImport, SourceKind } from '../../server/imports/schema.ts';
import { t } from '../i18n/index.ts';
import { request } from '../store/request.ts';
import { Icon } from '../ui/icon.tsx';

/** What a country is made of, in the order in which its files rely on each other; any one kind of a part will do. */
const steps = [
  { name: 'places', parts: { classifier: ['kato'], boundaries: ['boundaries'] } },
  { name: 'settlements', parts: { settlements: ['settlements', 'geonames', 'openstreetmap'] } },
  { name: 'coverage', parts: { coverage: ['coverage', 'register', 'ookla', 'speed-tests', 'opencellid'] } },
] as const satisfies readonly { name: string; parts: Readonly<Record<string, readonly SourceKind[]>> }[];

/** The kinds of file that were loaded; null while that is not known. */
function useLoadedKinds(): ReadonlySet<SourceKind> | null {
  const [kinds, setKinds] = useState<ReadonlySet<SourceKind> | null>(null);
  useEffect(() => {
    request<{ rows: LoadedImport[] }>('GET', '/api/imports').then(
      ({ rows }) => setKinds(new Set(rows.map(({ kind }) => kind))),
      // Then nothing is ticked, and the page of files says why.
      () => {},
    );
  }, []);
  return kinds;
}

/** How a country is brought in: three steps, each ticked when its data is there. */
export function CountrySteps() {
  const loaded = useLoadedKinds();
  return (
    <section class="first-run" aria-labelledby="country-run" aria-busy={loaded === null}>
      <h2 id="country-run">{t('steps.country')}</h2>
      <p>{t('steps.country-explained')}</p>
      <ol>
        {steps.map(({ name, parts }) => {
          const states = Object.entries(parts).map(([part, kinds]) => ({
            part: part as 'classifier' | 'boundaries' | 'settlements' | 'coverage',
            there: (kinds as readonly SourceKind[]).some((kind) => loaded?.has(kind)),
          }));
          const done = states.every(({ there }) => there);
          return (
            <li key={name} class={done ? 'first-run__done' : undefined}>
              <strong>
                {t(`steps.country-${name}`)}
                {done && <span class="visually-hidden"> {t('steps.there')}</span>}
              </strong>
              {states.map(({ part, there }) => (
                <p key={part}>
                  {there && states.length > 1 && <Icon name="check" />} {t(`steps.file-${part}`)}
                </p>
              ))}
            </li>
          );
        })}
      </ol>
      <p class="first-run__foot">
        <a class="button button--main" href="/imports">
          {t('imports.title')}
        </a>
      </p>
    </section>
  );
}
