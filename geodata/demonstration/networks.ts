import { identifierOf } from '../../server/changes/identifier.ts';
import type { Names } from '../../server/places/schema.ts';
import type { Claim } from './claims.ts';
import type { Country } from './country.ts';
import { toCsv } from './csv.ts';
import { operatorFacts } from './facts/operators.ts';
import { kilometres, round5 } from './geometry.ts';
import { randomFor } from './random.ts';

/** Of the towns, in how many an operator has a node. The satellite operator's gateway stands in a file of its own. */
const shareOfTowns: readonly [operator: string, share: number][] = [
  ['zhetiqaraqshy', 1],
  ['tulpar', 0.8],
  ['aidahar', 0.7],
  ['kerqula', 0.55],
];

const shareBuilding = 0.04;
const sharePlanned = 0.03;

interface Node {
  settlement: number;
  status: 'operational' | 'underConstruction' | 'planned';
  /** The node before it on the way to the rest of the network; -1 for the first. */
  towards: number;
}

/**
 * The networks of the operators as a network package of the Open Fibre Data Standard 0.3: nodes in towns and where an
 * operator claims fibre, each tied by a span to the nearest that was there before it.
 */
export function networksFile(
  country: Country,
  names: readonly Names[],
  claims: readonly Claim[],
  asOf: string,
): string {
  const networks = shareOfTowns.map(([operator, share]) => {
    const nodes = nodesOf(country, claims, operator, share);
    const organisation = { id: `generated-${operator}`, name: nameOf(operator) };
    const provided = { physicalInfrastructureProvider: organisation, networkProviders: [organisation] };
    const coordinates = ({ settlement }: Node) => [
      round5(country.longitudes[settlement]),
      round5(country.latitudes[settlement]),
    ];
    const ready = (number: number) =>
      `${Number(asOf.slice(0, 4)) + 1}-${String(1 + (number % 12)).padStart(2, '0')}-01`;
    return {
      id: identifierOf(`${country.seed} ${operator}`),
      name: `${nameOf(operator)} (generated)`,
      organisations: [{ ...organisation, roles: ['physicalInfrastructureProvider', 'networkProvider'] }],
      nodes: nodes.map((node, number) => ({
        id: String(number + 1),
        name: names[node.settlement].ru,
        status: node.status,
        location: { type: 'Point', coordinates: coordinates(node) },
        ...provided,
      })),
      spans: nodes.slice(1).map((node, at) => ({
        id: String(at + 1),
        status: node.status,
        ...(node.status === 'underConstruction' && { readyForServiceDate: ready(at) }),
        start: String(node.towards + 1),
        end: String(at + 2),
        route: { type: 'LineString', coordinates: [coordinates(nodes[node.towards]), coordinates(node)] },
        transmissionMedium: ['fibre'],
        ...provided,
      })),
      links: [
        {
          rel: 'describedby',
          href: 'https://raw.githubusercontent.com/Open-Telecoms-Data/open-fibre-data-standard/0__3__0/schema/network-schema.json',
        },
      ],
    };
  });
  return JSON.stringify({ networks });
}

/** The gateway of the satellite operator, in the largest town, as a list of nodes. */
export function gatewaysFile({ towns }: Country): string {
  const largest = towns.reduce((a, b) => ((b.population ?? 0) > (a.population ?? 0) ? b : a));
  return toCsv(
    ['operator', 'longitude', 'latitude', 'name', 'status', 'technologies'],
    [[nameOf('pyraq'), largest.longitude, largest.latitude, 'Gateway (generated)', 'operational', 'satellite']],
  );
}

function nodesOf(country: Country, claims: readonly Claim[], operator: string, share: number): Node[] {
  const { towns, seed, longitudes, latitudes } = country;
  const random = randomFor(seed, `network of ${operator}`);
  const inTowns = towns.map((_, town) => town).filter(() => random.chance(share));
  const withFibre = claims
    .filter((claim) => claim.operator === operator && claim.technology === 'fibre')
    .map(({ settlement }) => settlement);
  const nodes: Node[] = [];
  for (const settlement of new Set([...inTowns, ...withFibre])) {
    let towards = -1;
    let shortest = Infinity;
    for (const [number, other] of nodes.entries()) {
      const distance = kilometres(
        longitudes[settlement],
        latitudes[settlement],
        longitudes[other.settlement],
        latitudes[other.settlement],
      );
      if (distance < shortest) [towards, shortest] = [number, distance];
    }
    const luck = random.uniform();
    const status =
      luck < shareBuilding ? 'underConstruction' : luck < shareBuilding + sharePlanned ? 'planned' : 'operational';
    nodes.push({ settlement, status: nodes.length === 0 ? 'operational' : status, towards });
  }
  return nodes;
}

const nameOf = (operator: string) => operatorFacts.find(({ code }) => code === operator)!.names.en;
