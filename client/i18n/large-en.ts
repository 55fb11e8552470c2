/** What the map's page says where a country is too large to be held in memory, in English. */
export const en = {
  'large.coming': 'Loading…',
  'large.counting': 'Counting settlements…',
  'large.groups': 'A circle stands for many settlements, with their number. Zoom in to see each.',
  'large.list-failed': 'The list could not be loaded. Nothing is lost.',
  'large.listed': 'The first {count} are shown; more come as you scroll.',
  'large.select-failed': 'What was selected could not be loaded. Nothing was changed.',
  'large.tiles-failed': 'Parts of the map could not be loaded. They are being asked for again.',
  'large.too-many': 'At most {most} settlements can be changed at once. Narrow the filters or the selection.',
} as const;
