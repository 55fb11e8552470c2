import type { ScenarioQuestion } from '../../server/planning/schema.ts';
import { goTo } from './address.ts';
import type { WholePlan } from './finished-plan.tsx';
import { planningService } from './service.ts';

/** Puts a question to a plan: the address names it, so that whoever comes back finds the answer. @throws {Problem} */
export async function askQuestion({ scenario }: WholePlan, question: ScenarioQuestion): Promise<void> {
  const { id } = await planningService.ask(scenario.id, question);
  goTo({ question: id });
}
