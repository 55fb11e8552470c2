import { t } from '../../i18n/index.ts';
import { type Draft, TermFields } from './term-fields.tsx';

interface Properties {
  draft: Draft;
  /** What an empty field is called; where it is given, every field may stay empty. */
  unchanged?: string;
  change(changes: Partial<Draft>): void;
}

/** Operator, technology, start and finish; cost, subsidy and the responsible officer if they are known. */
export function CommitmentFields({ draft, unchanged, change }: Properties) {
  return (
    <>
      <TermFields
        {...{ draft, change }}
        names={['operatorCode', 'technology', 'startQuarter', 'finishQuarter']}
        empty={() => unchanged ?? t('assign.choose')}
        required={unchanged === undefined}
      />
      <details class="more">
        <summary>{t('assign.more')}</summary>
        <TermFields
          {...{ draft, change }}
          names={['costTenge', 'subsidyTenge', 'responsibleOfficer']}
          empty={() => unchanged}
        />
      </details>
    </>
  );
}
