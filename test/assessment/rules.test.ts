import * as fc from 'fast-check';
import type { Statement } from '../../server/assessment/judge.ts';
import { assessSettlement, type Heard } from '../../server/assessment/rules.ts';
import type { Assessment, Profile } from '../../server/assessment/schema.ts';
import { evidence, randomFrom, settlements, uuid } from './generated.ts';

/** Fixed 100/20 Mbit/s and 100 ms, floor 25/3; mobile 5 with a floor of 1; nothing else counts. */
const profile: Profile = {
  code: 'test',
  version: 1,
  names: { kk: '', ru: '', en: 'Test' },
  citation: 'made for the tests',
  families: {
    fixed: {
      technologies: ['fibre', 'cable', 'copper'],
      served: { download: 100, upload: 20, latency: 100, citation: '-' },
      underserved: { download: 25, upload: 3, latency: null, citation: '-' },
    },
    mobile: {
      technologies: ['4g', '5g'],
      served: { download: 5, upload: null, latency: null, citation: '-' },
      underserved: { download: 1, upload: null, latency: null, citation: '-' },
    },
  },
  maximumAgeMonths: { claim: 12, measurement: 6, inspection: 24, register: null },
  measurement: {
    minimumTests: 10,
    minimumDevices: 3,
    reach: 2000,
    contradictionShare: 0.8,
    citation: '-',
    model: {
      nearness: [
        { within: 500, weight: 1 },
        { within: 2000, weight: 0.5 },
      ],
      halfLifeMonths: 12,
      spread: 0.5,
      clustering: 0.5,
      placeSpread: 0,
      bias: 0,
      accuracy: 1000,
      supportAt: 0.9,
      contradictAt: 0.95,
      citation: '-',
    },
  },
  shareOfResidents: 1,
  withoutEvidence: 'unknown',
};
const settings = { profile, populationThreshold: 250, asOf: '2026-08-31' };

const base: Statement = {
  id: uuid(1),
  kind: 'claim',
  operatorCode: 'alpha',
  technology: 'fibre',
  download: 100,
  upload: 20,
  latency: 30,
  tests: null,
  devices: null,
  observedOn: '2026-08-01',
};
const claim = (id: number, rest: Partial<Statement> = {}): Statement => ({ ...base, id: uuid(id), ...rest });
const register = (id: number, rest: Partial<Statement> = {}) => claim(id, { kind: 'register', ...rest });
const inspection = (id: number, rest: Partial<Statement> = {}) => claim(id, { kind: 'inspection', tests: 3, ...rest });
const medians = { summary: 'median' as const, spread: null, accuracy: null };
/** Medians of 20 tests, well above what high-speed asks. */
const measurement = (id: number, rest: Partial<Heard> = {}): Heard => ({
  ...claim(id, { kind: 'measurement', tests: 20, devices: 5, download: 150, upload: 40, sampling: medians }),
  ...rest,
});
const mean = (id: number, rest: Partial<Heard> = {}) => measurement(id, { sampling: null, ...rest });

const assess = (statements: Heard[], population: number | null = 300) =>
  assessSettlement(statements, population, settings);

/** What is asserted of most: status, reason, confidence, the numbers of what decided, what is missing. */
const brief = ({ status, reason, confidence, deciding, missing }: Assessment) => [
  status,
  reason,
  confidence,
  deciding.map((id) => Number.parseInt(id.slice(-12), 16)),
  missing,
];

test('a claim at the thresholds serves, and the assessment says by what', () => {
  expect(assess([base])).toEqual({
    status: 'served',
    flagged: false,
    reason: 'claim-meets',
    confidence: 'medium',
    best: { kind: 'claim', operatorCode: 'alpha', technology: 'fibre', download: 100, upload: 20, latency: 30 },
    deciding: [uuid(1)],
    missing: ['measurement'],
    covered: null,
    coveredBy: null,
    measured: [],
    contradictions: [],
    unclaimed: false,
    assessedOn: '2026-08-31',
  });
});

describe('what is flagged', () => {
  test.each([
    [250, false],
    [251, true],
    [0, false],
    [null, false],
  ])('population %p, not served: %p', (population, flagged) => {
    expect(assess([], population).flagged).toBe(flagged);
  });
  test('a served place never is', () => expect(assess([base], 5000).flagged).toBe(false));
  test('an unknown population is missing', () => {
    expect(assess([], null).missing).toEqual(['evidence', 'population']);
    expect(assess([base], null).missing).toEqual(['measurement', 'population']);
  });
});

describe('thresholds', () => {
  test.each<[string, Partial<Statement>, string, string, string[]]>([
    ['just below', { download: 99.999 }, 'underserved', 'below-threshold', ['measurement']],
    ['upload too slow', { upload: 19 }, 'underserved', 'below-threshold', ['measurement']],
    ['latency too long', { latency: 101 }, 'underserved', 'below-threshold', ['measurement']],
    ['upload unknown', { upload: null }, 'unserved', 'below-floor', ['upload', 'measurement']],
    ['latency unknown', { latency: null }, 'underserved', 'below-threshold', ['latency', 'measurement']],
    ['below the floor', { download: 24 }, 'unserved', 'below-floor', ['measurement']],
    ['speed unknown', { download: null }, 'unserved', 'below-floor', ['speed', 'measurement']],
    [
      'mobile at its own threshold',
      { technology: '4g', download: 5, upload: null, latency: null },
      'served',
      'claim-meets',
      ['measurement'],
    ],
    ['mobile below it', { technology: '5g', download: 4 }, 'underserved', 'below-threshold', ['measurement']],
    [
      'unknown technology, by the strictest family',
      { technology: null, download: 50 },
      'underserved',
      'below-threshold',
      ['technology', 'measurement'],
    ],
  ])('%s', (_name, rest, status, reason, missing) => {
    expect(assess([claim(1, rest)])).toMatchObject({ status, reason, missing });
  });
});

describe('without a service that counts', () => {
  test('nothing known', () => expect(brief(assess([]))).toEqual(['unknown', 'no-evidence', 'none', [], ['evidence']]));
  test('nothing known, under a profile that calls that unserved', () => {
    const strict = { ...settings, profile: { ...profile, withoutEvidence: 'unserved' as const } };
    expect(assessSettlement([], 300, strict)).toMatchObject({ status: 'unserved', reason: 'no-evidence' });
  });
  test('a technology in no family', () =>
    expect(brief(assess([claim(1, { technology: '3g' })]))).toEqual([
      'unserved',
      'no-counting-technology',
      'none',
      [1],
      [],
    ]));
  test('too old', () =>
    expect(brief(assess([claim(1, { observedOn: '2025-08-30' })]))).toEqual([
      'unknown',
      'evidence-expired',
      'none',
      [1],
      ['recent-evidence'],
    ]));
  test('too few tests', () =>
    expect(brief(assess([measurement(1, { tests: 9 })]))).toEqual([
      'unknown',
      'too-few-tests',
      'none',
      [1],
      ['tests'],
    ]));
  test('too few devices', () => expect(assess([measurement(1, { devices: 2 })]).reason).toBe('too-few-tests'));
  test('an inspection of fewer than three tests', () =>
    expect(brief(assess([inspection(1, { tests: 2 })]))).toEqual(['unknown', 'too-few-tests', 'none', [1], ['tests']]));
  test('a service that is dated in the future is none yet', () =>
    expect(brief(assess([register(1, { observedOn: '2026-09-01' })]))).toEqual([
      'unknown',
      'no-evidence',
      'none',
      [],
      ['evidence'],
    ]));
});

describe('age, by calendar months', () => {
  test.each([
    ['claim', '2025-08-31', 'served'],
    ['claim', '2025-08-30', 'unknown'],
    // Six months after 28 February is 28 August, before the last of the month.
    ['measurement', '2026-02-28', 'unknown'],
    ['measurement', '2026-03-01', 'served'],
    ['register', '1999-01-01', 'served'],
  ] as const)('%s of %s', (kind, observedOn, status) => {
    const service =
      kind === 'measurement'
        ? measurement(1, { observedOn, download: 400, upload: 90 })
        : claim(1, { kind, observedOn });
    expect(assess([service]).status).toBe(status);
  });
  test('the last day of a shorter month is as good as the day that it lacks', () => {
    const onLastOfFebruary = { ...settings, asOf: '2026-02-28' };
    const fast = measurement(1, { observedOn: '2025-08-31', download: 400, upload: 90 });
    expect(assessSettlement([fast], 300, onLastOfFebruary).status).toBe('served');
  });
  test('without a date it counts, with less confidence', () =>
    expect(brief(assess([claim(1, { observedOn: null })]))).toEqual([
      'served',
      'claim-meets',
      'low',
      [1],
      ['date', 'measurement'],
    ]));
});

describe('inspections', () => {
  const slow = { download: 30 };
  test('one that meets serves', () =>
    expect(brief(assess([inspection(1)]))).toEqual(['served', 'inspection-meets', 'high', [1], []]));
  test('one that fails replaces claims and registers of that operator', () =>
    expect(brief(assess([claim(1), register(2), inspection(3, slow)]))).toEqual([
      'underserved',
      'inspection-fails',
      'high',
      [3],
      [],
    ]));
  test('but not those of another', () =>
    expect(brief(assess([claim(1, { operatorCode: 'beta' }), inspection(3, slow)]))).toEqual([
      'served',
      'claim-meets',
      'medium',
      [1],
      ['measurement'],
    ]));
  test('nor of another family of technology', () =>
    expect(assess([claim(1, { technology: '4g', download: 5 }), inspection(3, slow)]).reason).toBe('claim-meets'));
  test('a claim of unknown technology is replaced by any', () =>
    expect(assess([claim(1, { technology: null }), inspection(3, slow)]).reason).toBe('inspection-fails'));
  test('the latest stands', () => {
    const failed = inspection(1, { ...slow, observedOn: '2026-05-01' });
    const passed = inspection(2, { observedOn: '2026-06-01' });
    expect(brief(assess([failed, passed]))).toEqual(['served', 'inspection-meets', 'high', [2], []]);
    expect(brief(assess([{ ...failed, observedOn: '2026-07-01' }, passed]))[1]).toBe('inspection-fails');
  });
  test('of one day the slower stands', () =>
    expect(brief(assess([inspection(1), inspection(2, slow)]))).toEqual([
      'underserved',
      'inspection-fails',
      'high',
      [2],
      [],
    ]));
  test('one that fails explains the status beside a lesser claim of another', () =>
    expect(
      brief(assess([claim(1), inspection(2, { download: 1 }), claim(3, { operatorCode: 'beta', download: 30 })])),
    ).toEqual(['underserved', 'inspection-fails', 'medium', [2, 3], ['measurement']]));
});

describe('measurements', () => {
  test('medians that are surely above the threshold serve by themselves', () =>
    expect(brief(assess([measurement(1)]))).toEqual(['served', 'measurement-meets', 'high', [1], []]));
  test('at the threshold they do not: it is as likely that most have less', () => {
    const found = assess([measurement(1, { download: 100 })]);
    expect(brief(found)).toEqual(['underserved', 'below-threshold', 'high', [1], []]);
    expect(found.measured[0]).toMatchObject({ meets: 0.4994, reachesFloor: 1, verdict: 'below-threshold' });
  });
  test('what they amount to is told, with its probability', () =>
    expect(assess([measurement(1)]).measured).toEqual([
      {
        operatorCode: 'alpha',
        family: 'fixed',
        evidence: [uuid(1)],
        tests: 20,
        devices: 5,
        worth: 7.6,
        latest: '2026-08-01',
        meansOnly: false,
        download: { typical: 150, low: 105.26, high: 213.76 },
        meets: 0.9695,
        reachesFloor: 1,
        verdict: 'meets',
      },
    ]));
  test('a single test is its own median, and ten of them on three devices are enough', () => {
    const single = (id: number) => measurement(id, { tests: 1, devices: 1, sampling: null, download: 180, upload: 60 });
    const ids = Array.from({ length: 10 }, (_, i) => i + 1);
    expect(brief(assess(ids.map(single)))).toEqual(['served', 'measurement-meets', 'high', ids, []]);
    expect(assess(ids.slice(1).map(single)).reason).toBe('too-few-tests');
  });
  test('means never prove that most users have a speed, however high they are', () => {
    const found = assess([mean(1, { download: 900, upload: 300, tests: 5000, devices: 900 })]);
    expect(brief(found)).toEqual(['underserved', 'means-only', 'high', [1], ['medians']]);
    expect(found.measured[0]).toMatchObject({ meansOnly: true, meets: 1, verdict: 'means-meet' });
  });
  test('but they confirm a claim, for which somebody answers', () =>
    expect(brief(assess([claim(1), mean(2, { download: 300, upload: 80 })]))).toEqual([
      'served',
      'claim-meets',
      'high',
      [1],
      [],
    ]));
  test('they are taken together, those with more to say for more', () => {
    const found = assess([
      measurement(1, { tests: 6, devices: 2, download: 140, latency: null }),
      measurement(2, { tests: 18, devices: 6, download: 200, upload: 50, latency: 20 }),
      measurement(3, { tests: null, devices: 9, download: 1 }),
    ]);
    expect(brief(found)).toEqual(['served', 'measurement-meets', 'high', [1, 2], []]);
    expect(found.best).toMatchObject({ download: 182.94, upload: 47.29, latency: 20 });
    expect(found.measured[0]).toMatchObject({ tests: 24, devices: 8 });
  });
  test('those that disagree decide less', () => {
    const [slow, fast] = [measurement(1, { download: 20, upload: 5 }), measurement(2, { download: 500, upload: 90 })];
    expect(brief(assess([slow, fast]))).toEqual(['unknown', 'tests-undecided', 'none', [1, 2], ['tests']]);
  });
  test('apart by operator', () =>
    expect(assess([measurement(1, { tests: 6 }), measurement(2, { tests: 6, operatorCode: 'beta' })]).reason).toBe(
      'too-few-tests',
    ));
  test('old or far ones weigh less, and decide no more', () => {
    const worth = (rest: Partial<Heard>) => assess([measurement(1, rest)]).measured[0].worth;
    expect(worth({ observedOn: '2026-08-31' })).toBe(8);
    expect(worth({ observedOn: '2026-03-02' })).toBe(5.7);
    expect(worth({ observedOn: '2026-08-31', nearness: 0.5 })).toBe(4);
    expect(assess([measurement(1, { download: 140, observedOn: '2026-08-31' })]).reason).toBe('measurement-meets');
    expect(assess([measurement(1, { download: 140, observedOn: '2026-03-02', nearness: 0.5 })]).status).toBe(
      'underserved',
    );
  });
  test('those whose place is not known well enough never count, not even beside others', () => {
    const coarse = (id: number) => mean(id, { sampling: { summary: null, spread: null, accuracy: 5000 }, download: 1 });
    expect(brief(assess([coarse(1)]))).toEqual(['unknown', 'no-evidence', 'none', [], ['evidence']]);
    const beside = assess([claim(1), measurement(2), ...[3, 4, 5].map(coarse)]);
    expect(beside).toEqual(assess([claim(1), measurement(2)]));
  });

  const slow = mean(3, { download: 40, upload: 10 });
  test('surely below the share they contradict the claim of that operator', () => {
    const found = assess([claim(1), register(2), slow]);
    expect(brief(found)).toEqual(['contested', 'measurement-contradicts', 'low', [1, 2, 3], []]);
    expect(found.contradictions).toEqual([
      {
        operatorCode: 'alpha',
        technology: 'fibre',
        claims: [uuid(1), uuid(2)],
        download: 100,
        level: 'served',
        threshold: 100,
        by: 'measurement',
        against: [uuid(3)],
        found: 36.33,
        tests: 20,
        devices: 5,
        latest: '2026-08-01',
        confidence: 1,
      },
    ]);
  });
  test('best is then what was measured: the typical speed, below the mean', () =>
    expect(assess([claim(1), slow]).best).toMatchObject({ kind: 'measurement', download: 36.33 }));
  test('a mean just below the share does not contradict: chance alone may have made it', () => {
    const found = assess([claim(1), mean(3, { download: 79 })]);
    expect(brief(found)).toEqual(['served', 'claim-meets', 'medium', [1], ['tests']]);
    expect(found.contradictions).toEqual([]);
  });
  test('nor of another operator', () =>
    expect(assess([claim(1, { operatorCode: 'beta' }), mean(3, { download: 1 })]).status).toBe('served'));
  test('nor of another family', () =>
    expect(assess([claim(1), mean(3, { technology: '4g', download: 1 })]).status).toBe('served'));
  test('of an unknown operator they contradict all, each operator by itself', () => {
    const found = assess([claim(1, { operatorCode: 'beta' }), claim(2), mean(3, { operatorCode: null, download: 1 })]);
    expect(brief(found)).toEqual(['contested', 'measurement-contradicts', 'low', [1, 2, 3], []]);
    expect(found.contradictions.map(({ operatorCode, claims }) => [operatorCode, claims])).toEqual([
      ['alpha', [uuid(2)]],
      ['beta', [uuid(1)]],
    ]);
  });
  test('an inspection that meets confirms', () =>
    expect(assess([claim(1), mean(2, { download: 1 }), inspection(3)])).toMatchObject({
      status: 'served',
      reason: 'inspection-meets',
      contradictions: [],
    }));
  test('one that fails contradicts, without a probability', () =>
    expect(assess([claim(1), inspection(2, { download: 30 })]).contradictions).toMatchObject([
      { claims: [uuid(1)], by: 'inspection', against: [uuid(2)], found: 30, confidence: null },
    ]));
  test('a claim that stands serves beside one that is contradicted, which is told of all the same', () => {
    const found = assess([claim(1), claim(2, { operatorCode: 'beta' }), mean(3, { download: 1 })]);
    expect([found.status, found.deciding]).toEqual(['served', [uuid(2)]]);
    expect(found.contradictions).toMatchObject([{ operatorCode: 'alpha', claims: [uuid(1)] }]);
  });
  test('too few say nothing, neither against a claim nor for a place', () => {
    expect(brief(assess([claim(1), mean(2, { download: 1, tests: 9 })]))).toEqual([
      'served',
      'claim-meets',
      'medium',
      [1],
      ['tests'],
    ]);
    expect(assess([measurement(1, { download: 1000, tests: 9 })]).status).toBe('unknown');
  });
  test('where nobody claims anything, service that they show is unclaimed', () => {
    expect(assess([mean(1)]).unclaimed).toBe(true);
    expect(assess([mean(1), claim(2, { operatorCode: 'beta' })]).unclaimed).toBe(false);
    expect(assess([mean(1, { download: 1 })]).unclaimed).toBe(false);
  });
  test('a profile of before version 2 is judged as the default one is', () => {
    const { model: _, ...measured } = profile.measurement;
    const earlier = { ...settings, profile: { ...profile, measurement: measured } };
    expect(assessSettlement([claim(1), mean(2, { download: 10 })], 300, earlier).status).toBe('contested');
    expect(assessSettlement([claim(1), mean(2, { download: 60 })], 300, earlier).status).toBe('served');
  });
});

describe('order', () => {
  test('a register serves like a claim', () =>
    expect(brief(assess([register(1)]))).toEqual(['served', 'register-meets', 'medium', [1], ['measurement']]));
  test('of equals the faster, then the later, then the smaller id decides', () => {
    expect(assess([claim(1), claim(2, { download: 300 })]).deciding).toEqual([uuid(2)]);
    expect(assess([claim(1), claim(2, { observedOn: '2026-08-02' })]).deciding).toEqual([uuid(2)]);
    expect(assess([claim(2), claim(1)]).deciding).toEqual([uuid(1)]);
  });
  test('the order in which evidence comes changes nothing', () => {
    const random = randomFrom(21);
    const pieces = evidence(random, 1, 300, settlements(random, 3));
    const some = fc.shuffledSubarray(pieces, { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(some, (chosen) => {
        const inOrder = chosen.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(assess(chosen)).toEqual(assess(inOrder));
      }),
      { seed: 3 },
    );
  });
});
