import { Status } from '../../server/assessment/schema.ts';
import { Stage } from '../../server/assignments/schema.ts';
import { technologies as known } from '../../server/coverage/schema.ts';
import { planTechnologies } from '../../client/planning/draft.ts';
import { PlanTechnology } from '../../server/planning/parameters/schema.ts';
import { stages, statuses, technologies } from '../../client/store/vocabulary.ts';

test.each([
  ['statuses', statuses, Status.options],
  ['stages', stages, Stage.options],
  ['technologies', technologies, known],
  ['technologies of plans', planTechnologies, PlanTechnology.options],
])('the %s to choose from are those of the wire', (_, ours, wire) => {
  expect([...ours].toSorted()).toEqual([...wire].toSorted());
});
