import type { ScenarioQuestion } from '../../server/planning/answers/schema.ts';
import { goTo } from './address.ts';
import { planningService } from './service.ts';

/** Puts a question to a scenario: the address names it, so that whoever comes back finds the answer. @throws {Problem} */
export async function askQuestion(scenario: string, question: ScenarioQuestion): Promise<void> {
  const { id } = await planningService.ask(scenario, question);
  goTo({ question: id });
}
