import type { BulkReply, Commitment } from '../../../server/assignments/schema.ts';
import { t } from '../../i18n/index.ts';
import { amend } from '../../store/acting.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { SeenAssignment } from '../dialogs.ts';
import { type CommitmentField, differingFields } from './differing-fields.ts';
import { takeReply } from '../reply/take-reply.ts';
import { fieldWords, operatorName, settlementName } from '../words.ts';

const inWords = <Name extends CommitmentField>(field: Name, value: Commitment[Name]) => fieldWords[field](value);

/** For each assignment that others changed meanwhile: theirs, mine, and the way to save a choice between them. */
export function comparisonsOf(
  reply: BulkReply,
  seen: readonly SeenAssignment[],
  changes: Partial<Commitment>,
): Comparison[] {
  return reply.refused.flatMap(({ conflicts, present }) => {
    const changed = conflicts.some(({ code }) => code === 'changed-since');
    if (!changed || present === null || present.stage !== 'draft') return [];
    const fields = differingFields(present, changes);
    if (fields.length === 0) return [];
    const { regionCode, code, number, version } = present;
    const before = seen.find((one) => one.code === code && one.regionCode === regionCode && one.number === number);
    return {
      title: `${settlementName(present)}: ${operatorName(before?.operatorCode ?? present.operatorCode)}`,
      fields: fields.map((field) => ({
        label: t(`field.${field}`),
        theirs: inWords(field, present[field]),
        mine: inWords(field, changes[field]!),
      })),
      async save(mine) {
        const wanted = Object.fromEntries(fields.filter((_, i) => mine[i]).map((field) => [field, changes[field]]));
        const answer = await amend({ assignments: [{ regionCode, code, number, version }], changes: wanted });
        if (answer.refused.length > 0) takeReply('amend', answer, [], comparisonsOf(answer, seen, wanted));
      },
    };
  });
}
