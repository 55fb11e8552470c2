// The address is the state of these pages: a link shows another person the same thing.
import type { ChallengeKey, ChallengeState } from '../../server/challenges/schema.ts';

/** Held against the wire's schema by a test. */
export const challengeStates: readonly ChallengeState[] = [
  'open',
  'rebutted',
  'conceded',
  'undefended',
  'upheld',
  'dismissed',
  'retracted',
];

/** What is listed; empty asks nothing. */
export interface ChallengeFilters {
  state: ChallengeState | '';
  region: string;
  settlement: string;
  operator: string;
}

/** Which of the pages an address is: the list, the form to challenge, or one challenge. */
export type ChallengesPlace = { page: 'list' } | { page: 'raise' } | { page: 'one'; key: ChallengeKey };

export function readPath(path: string): ChallengesPlace {
  const [, , region, number] = path.split('/').map(decodeURIComponent);
  if (region === 'new') return { page: 'raise' };
  if (region && /^\d+$/.test(number ?? '')) {
    return { page: 'one', key: { regionCode: region, number: Number(number) } };
  }
  return { page: 'list' };
}

/** What an address's query asks for; whatever it says wrongly is as if it were not said. */
export function readFilters(query: string): ChallengeFilters {
  const asked = new URLSearchParams(query);
  return {
    state: challengeStates.find((state) => state === asked.get('state')) ?? '',
    region: asked.get('region') ?? '',
    settlement: asked.get('settlement') ?? '',
    operator: asked.get('operator') ?? '',
  };
}

/** The query of the address that says this; what asks nothing is left out. */
export function writeFilters(filters: ChallengeFilters): string {
  const said = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  return said.size === 0 ? '' : `?${said}`;
}

/** What the form to challenge begins with: settlements of a region, and the claim that is disputed there. */
export interface RaiseStart {
  region: string;
  settlements: readonly string[];
  evidence: string;
}

export function readStart(query: string): RaiseStart {
  const asked = new URLSearchParams(query);
  const region = asked.get('region') ?? '';
  const settlements = region === '' ? [] : [...new Set(asked.getAll('settlement'))].filter((code) => code !== '');
  return { region, settlements, evidence: asked.get('evidence') ?? '' };
}

/** The query of the address of the form with this filled in. */
export function writeStart({ region, settlements, evidence }: RaiseStart): string {
  const said = new URLSearchParams({ region });
  for (const code of settlements) said.append('settlement', code);
  if (evidence !== '') said.set('evidence', evidence);
  return `?${said}`;
}

export const pathOf = ({ regionCode, number }: ChallengeKey): string =>
  `/challenges/${encodeURIComponent(regionCode)}/${number}`;
