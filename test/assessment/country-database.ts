import type { Database } from '../../server/database/database.ts';
import type { Evidence } from '../../server/coverage/schema.ts';
import type { Settled } from '../../server/assessment/membership.ts';
import { boxOfCircle, type Box } from '../../server/assessment/engine/circle.ts';
import type { Profile } from '../../server/assessment/schema.ts';

/** Makes regions, and a programme with this profile and the threshold of 250. */
export async function setUp(database: Database, regionCodes: readonly string[], profile: Profile): Promise<void> {
  await database.query(
    `insert into region (code, name_kk, name_ru, name_en) select code, code, code, code from unnest($1::text[]) as code`,
    [regionCodes],
  );
  await database.query(
    `insert into operator (code, name_kk, name_ru, name_en) select code, code, code, code from unnest($1::text[]) as code`,
    [['alpha', 'beta', 'gamma']],
  );
  await database.query(
    `insert into programme (code, name_kk, name_ru, name_en, population_threshold, profile, generated)
     values ('250', '250+', '250+', '250+', 250, $1, true)`,
    [JSON.stringify(profile)],
  );
}

export async function insertSettlements(database: Database, regionCode: string, rows: readonly Settled[]) {
  await database.query(
    `insert into settlement (region_code, code, kind, name_kk, name_ru, name_en, population, location, version)
     select $1, code, 'village', code, code, code, population, st_setsrid(st_makepoint(longitude, latitude), 4326), 1
     from unnest($2::text[], $3::float8[], $4::float8[], $5::int[]) as row (code, longitude, latitude, population)`,
    [
      regionCode,
      rows.map(({ code }) => code),
      rows.map(({ longitude }) => longitude),
      rows.map(({ latitude }) => latitude),
      rows.map(({ population }) => population),
    ],
  );
}

/** The box of the evidence; nothing for a settlement. */
export function extentOf({ where }: Evidence): Box | null {
  switch (where.type) {
    case 'settlement':
      return null;
    case 'point':
      return [where.longitude, where.latitude, where.longitude, where.latitude];
    case 'circle':
      return boxOfCircle(where);
    case 'area': {
      const vertices = where.geometry.coordinates.flat(where.geometry.type === 'Polygon' ? 1 : 2) as number[][];
      const x = vertices.map((vertex) => vertex[0]);
      const y = vertices.map((vertex) => vertex[1]);
      return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
    }
  }
}

export async function insertEvidence(database: Database, regionCode: string, evidence: readonly Evidence[]) {
  const rows = evidence.map((piece) => {
    const { where } = piece;
    const extent = extentOf(piece);
    return {
      ...piece,
      settlement: where.type === 'settlement' ? where.code : null,
      geometry:
        where.type === 'area'
          ? JSON.stringify(where.geometry)
          : where.type === 'settlement'
            ? null
            : JSON.stringify({ type: 'Point', coordinates: [where.longitude, where.latitude] }),
      radius: where.type === 'circle' ? where.radius : null,
      west: extent?.[0] ?? null,
      south: extent?.[1] ?? null,
      east: extent?.[2] ?? null,
      north: extent?.[3] ?? null,
    };
  });
  const column = (name: keyof (typeof rows)[number]) => rows.map((row) => row[name]);
  await database.query(
    `insert into evidence (region_code, id, kind, operator_code, technology, download_mbps, upload_mbps, latency_ms,
       tests, devices, observed_on, settlement_code, geometry, radius_m, extent, dataset, version)
     select $1, id, kind, operator, technology, download, upload, latency, tests, devices, observed_on, settlement,
       st_setsrid(st_geomfromgeojson(geometry), 4326), radius, st_makeenvelope(west, south, east, north, 4326), 'test', 1
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::float8[], $8::float8[], $9::int[],
       $10::int[], $11::date[], $12::text[], $13::text[], $14::float8[], $15::float8[], $16::float8[], $17::float8[],
       $18::float8[])
       as row (id, kind, operator, technology, download, upload, latency, tests, devices, observed_on, settlement,
         geometry, radius, west, south, east, north)`,
    [
      regionCode,
      column('id'),
      column('kind'),
      column('operatorCode'),
      column('technology'),
      column('download'),
      column('upload'),
      column('latency'),
      column('tests'),
      column('devices'),
      column('observedOn'),
      column('settlement'),
      column('geometry'),
      column('radius'),
      column('west'),
      column('south'),
      column('east'),
      column('north'),
    ],
  );
}

export async function deleteEvidence(database: Database, regionCode: string, ids: readonly string[]) {
  await database.query('delete from evidence where region_code = $1 and id = any($2::uuid[])', [regionCode, ids]);
}

/** The whole table of assessments, in order. */
export const assessmentTable = (database: Database) =>
  database.query('select * from assessment order by region_code, settlement_code');
