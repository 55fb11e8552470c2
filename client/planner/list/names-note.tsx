import { t } from '../../i18n/index.ts';
import { loadOtherNames, otherNamesProblem } from '../../store/load.ts';
import { country, filters } from '../../store/state.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';

/** Says that a search does not reach the names in the other languages, for as long as it does not. */
export function NamesNote() {
  if (filters.value.query === '' || country.value!.only === null) return null;
  const { value: problem } = otherNamesProblem;
  return problem === null ? (
    <p class="muted" role="status">
      {t('list.names-coming')}
    </p>
  ) : (
    <ProblemNotice problem={problem} what="list.names-missing" retry={() => void loadOtherNames()} />
  );
}
