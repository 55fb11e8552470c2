import { fieldsOf, kinds } from '../../client/imports/fields.ts';
import { sources } from '../../geodata/sources/choose.ts';
import { SourceKind } from '../../server/imports/schema.ts';

test('every kind of file can be chosen', () => {
  expect(kinds.toSorted()).toEqual(SourceKind.options.toSorted());
});

test.each(Object.entries(fieldsOf))('what is asked for of %s is what the importer reads', (kind, fields) => {
  const source = sources.find((one) => one.kind === kind)!;
  const known = source.fields.map(({ name }) => name);
  expect(fields.filter((field) => !known.includes(field))).toEqual([]);
  // What a file of this kind must have can be named.
  const groups = source.needs.filter((group) => !group.some((field) => fields.some((own) => own === field)));
  expect(groups).toEqual([]);
});
