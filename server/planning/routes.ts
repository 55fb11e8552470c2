import { z } from 'zod';
import type { Viewer } from '../accounts/schema.ts';
import type { Database } from '../database/database.ts';
import { endpoint } from '../http/endpoint.ts';
import { notFound } from '../http/problem.ts';
import { networkNodes, networkSpans } from '../network/queries.ts';
import { Network, NetworkQuery } from '../network/schema.ts';
import { adopt } from './adopt.ts';
import { parametersInForce, setParameter } from './parameters.ts';
import { pin, undoPins, unpin } from './pins.ts';
import { allPins } from './queries.ts';
import { cancelScenario, deleteScenario, recentScenarios, scenarioInput } from './scenario-queries.ts';
import { ask, compare, existing, finished, outlook, question } from './scenarios.ts';
import { PlanWhy, ScenarioQuestion } from './answers/schema.ts';
import { Parameter, ParameterCode, SetParameter } from './parameters/schema.ts';
import { PinReply, PinRequest, PinUndo, PlanningPin, UnpinRequest } from './pins/schema.ts';
import { PlanRow } from './plans/schema.ts';
import { PlanOutlook, PlanRequest } from './requests/schema.ts';
import {
  AdoptReply,
  AdoptRequest,
  ComparisonQuery,
  RowsQuery,
  Scenario,
  ScenarioComparison,
  ScenarioFilter,
  ScenarioKey,
  ScenarioSettlementKey,
} from './scenarios/schema.ts';
import { whyOf } from './why.ts';

export function planningRoutes(database: Database, today: () => string) {
  const planner = ({ login }: Viewer) => ({ login, today: today(), now: new Date() });

  return {
    parameters: endpoint({
      summary: 'What things cost and how far they reach, each with its source',
      reply: z.object({ rows: z.array(Parameter) }),
      handle: async () => ({ rows: await parametersInForce(database) }),
    }),

    setParameter: endpoint({
      summary: 'Set a parameter that is still as the person saw it, or take back what was set',
      path: z.object({ code: ParameterCode }),
      body: SetParameter,
      reply: Parameter,
      handle: ({ path, body, viewer }) => setParameter(database, viewer.login, path.code, body),
    }),

    pins: endpoint({
      summary: 'What planners have decided of settlements beforehand',
      reply: z.object({ rows: z.array(PlanningPin) }),
      handle: async () => ({ rows: await allPins(database) }),
    }),

    pin: endpoint({
      summary: 'Pin settlements to an operator, a technology or a quarter, or leave them out of plans',
      body: PinRequest,
      reply: PinReply,
      handle: ({ body, viewer }) => pin(database, planner(viewer), body),
    }),

    unpin: endpoint({
      summary: 'Take the pins of settlements back',
      body: UnpinRequest,
      reply: PinReply,
      handle: ({ body, viewer }) => unpin(database, planner(viewer), body.settlements),
    }),

    undoPins: endpoint({
      summary: 'Take an action of pinning or freeing back, where pins are as it left them',
      body: PinUndo,
      reply: PinReply,
      handle: ({ body, viewer }) => undoPins(database, planner(viewer), body.actionId),
    }),

    network: endpoint({
      summary: 'The nodes and spans of operators’ networks',
      query: NetworkQuery,
      reply: Network,
      async handle({ query }) {
        const region = query.region ?? null;
        return { nodes: await networkNodes(database, region), spans: await networkSpans(database, region) };
      },
    }),

    outlook: endpoint({
      summary: 'What a plan would be made from, and what is wrong with it',
      body: PlanRequest,
      reply: PlanOutlook,
      handle: ({ body }) => outlook(database, body, today()),
    }),

    list: endpoint({
      summary: 'The scenarios, the newest first, without their curves',
      query: ScenarioFilter,
      reply: z.object({ rows: z.array(Scenario) }),
      handle: async ({ query }) => ({ rows: await recentScenarios(database, query.limit) }),
    }),

    ask: endpoint({
      summary: 'Ask for a plan: it is computed one after the other, and outlives a restart',
      body: PlanRequest,
      reply: Scenario,
      handle: ({ body, viewer }) => ask(database, body, planner(viewer)),
    }),

    find: endpoint({
      summary: 'A scenario, or a question to one, with how far it is',
      path: ScenarioKey,
      reply: Scenario,
      handle: ({ path }) => existing(database, path.id),
    }),

    remove: endpoint({
      summary: 'Remove a scenario and the questions to it',
      path: ScenarioKey,
      async handle({ path }) {
        await existing(database, path.id);
        await deleteScenario(database, path.id);
      },
    }),

    cancel: endpoint({
      summary: 'Cancel a scenario that is not finished',
      path: ScenarioKey,
      reply: Scenario,
      async handle({ path }) {
        await existing(database, path.id);
        await cancelScenario(database, path.id, new Date());
        return existing(database, path.id);
      },
    }),

    rows: endpoint({
      summary: 'What becomes of each settlement in a scenario',
      path: ScenarioKey,
      query: RowsQuery,
      reply: z.object({ rows: z.array(PlanRow) }),
      async version({ path, query }) {
        // A finished plan never changes.
        const { id, state } = await existing(database, path.id);
        return `${id} ${state} ${query.region ?? ''}`;
      },
      async handle({ path, query }) {
        const { rows } = await finished(database, path.id);
        return { rows: query.region === undefined ? rows : rows.filter((row) => row.regionCode === query.region) };
      },
    }),

    why: endpoint({
      summary: 'Why a settlement has what it has in a scenario, and what else could be',
      path: ScenarioSettlementKey,
      reply: PlanWhy,
      async handle({ path }) {
        const { rows } = await finished(database, path.id);
        const { input, solution } = (await scenarioInput(database, path.id))!;
        const why = whyOf(input, rows, solution!.prices, path);
        if (why === undefined) throw notFound(`settlement ${path.code} in this scenario`);
        return why;
      },
    }),

    question: endpoint({
      summary: 'Ask why not another choice, or what a pin costs: answered by solving again',
      path: ScenarioKey,
      body: ScenarioQuestion,
      reply: Scenario,
      handle: ({ path, body, viewer }) => question(database, path.id, body, planner(viewer)),
    }),

    adopt: endpoint({
      summary: 'Make assignments in draft of what a scenario plans, all or some',
      path: ScenarioKey,
      body: AdoptRequest,
      reply: AdoptReply,
      async handle({ path, body, viewer }) {
        const { rows } = await finished(database, path.id);
        const { input } = (await scenarioInput(database, path.id))!;
        return adopt(database, planner(viewer), input, rows, body);
      },
    }),

    compare: endpoint({
      summary: 'Scenarios side by side, and how each differs from the first',
      query: ComparisonQuery,
      reply: ScenarioComparison,
      handle: ({ query }) => compare(database, query.ids),
    }),
  };
}
