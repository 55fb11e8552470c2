import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Names } from '../../server/places/schema.ts';
import { ProfileError, readProfile, shippedProfiles } from '../../server/assessment/profiles.ts';

test('the profiles that ship, the default first', () => {
  const thresholds = shippedProfiles().map(({ code, families }) => [
    code,
    Object.entries(families).map(([name, { served, underserved }]) => [name, served.download, underserved.download]),
  ]);
  expect(thresholds).toEqual([
    [
      'kazakhstan-2024',
      [
        ['fixed', 100, 5],
        ['mobile', 5, 1],
        ['satellite', 100, 5],
      ],
    ],
    ['eu-100', [['fixed', 100, 30]]],
    ['eu-30', [['fixed', 30, 0]]],
    [
      'kazakhstan-2020',
      [
        ['fixed', 5, 1],
        ['mobile', 5, 1],
        ['satellite', 5, 1],
      ],
    ],
    ['us-bead', [['fixed', 100, 25]]],
  ]);
});

test('BEAD asks for an upload and a latency too', async () => {
  const { families } = await readProfile('us-bead');
  expect(families.fixed).toMatchObject({
    served: { download: 100, upload: 20, latency: 100 },
    underserved: { download: 25, upload: 3, latency: 100 },
  });
});

test('every threshold names its source or says that it is a choice', () => {
  for (const { citation, families, measurement } of shippedProfiles()) {
    const thresholds = Object.values(families).flatMap(({ served, underserved }) => [served, underserved]);
    const { kk, ru, en } = citation as Names;
    for (const text of [kk, ru, en, measurement.citation, ...thresholds.map((threshold) => threshold.citation)]) {
      expect(text).toMatch(/https:\/\/|Public Law|choices? of this profile/);
    }
  }
});

test('a profile is read by its code or from a file, and refused with a reason', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'profile-'));
  try {
    const path = join(folder, 'own.json');
    await writeFile(path, JSON.stringify({ ...(await readProfile()), code: 'own' }));
    expect((await readProfile(path)).code).toBe('own');
    await writeFile(path, '{"code": "own"}');
    await expect(readProfile(path)).rejects.toThrow(/is not a service profile:\n.*version/s);
    await writeFile(path, '{');
    await expect(readProfile(path)).rejects.toThrow(/is not JSON/);
    await expect(readProfile('kazakhstan-2030')).rejects.toThrow(ProfileError);
    await expect(readProfile('kazakhstan-2030')).rejects.toThrow(/one of kazakhstan-2024, eu-100/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
