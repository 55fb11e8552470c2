/** What is said of what tests amount to, in English. */
export const en = {
  'measured-verdict.below-floor': 'show less than the lowest threshold',
  'measured-verdict.below-threshold': 'show service below high-speed',
  'measured-verdict.means-meet': 'are fast on average, which does not prove high-speed for most',
  'measured-verdict.meets': 'show high-speed service',
  'measured-verdict.too-few': 'are too few: at least {tests} tests on {devices} devices are needed',
  'measured-verdict.undecided': 'do not decide: more tests are needed, from more places and devices',
  'measured.above': 'above {percent}\u00a0%',
  'measured.anybody': 'of an operator that is not known',
  'measured.between': 'between {low} and {high}\u00a0Mbit/s with nine chances in ten',
  'measured.coarse': 'the place is known only to within {distance}\u00a0km: does not count',
  'measured.covered': 'Share of the area with high-speed',
  'measured.covered-residents': 'Share of residents with high-speed',
  'measured.floor': 'Probability of the lowest threshold',
  'measured.latest': 'the latest on {date}',
  'measured.mean': 'mean',
  'measured.means-only':
    'All are means of several tests. A mean says little of what most users have, since a few fast lines lift it: it can contradict a claim or confirm one, and never proves high-speed by itself.',
  'measured.median': 'median',
  'measured.meets': 'Probability of high-speed',
  'measured.method':
    'Speeds are taken for log-normal. Each test counts less the older and the farther it is, and the more tests one device made; {bias} is left for what no number of tests averages out. At {support} tests show a speed, at {contradict} they contradict a claim.',
  'measured.percent': '{percent}\u00a0%',
  'measured.tests': 'Tests',
  'measured.title': 'What the tests amount to',
  'measured.typical': 'Typical speed',
  'measured.worth': 'worth {worth} made here today on devices of their own',
};
