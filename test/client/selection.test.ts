import fc from 'fast-check';
import { between, chosen, combine, nothing, rowsOf, type Selection, toggle } from '../../client/store/selection.ts';

const matching = [5, 3, 9, 1];
const sorted = (selection: Selection) => [...rowsOf(selection, matching)].toSorted((a, b) => a - b);

test('nothing, chosen ones and all that match stand for their rows', () => {
  expect(sorted(nothing)).toEqual([]);
  expect(sorted(chosen([2, 7]))).toEqual([2, 7]);
  expect(sorted({ type: 'matching' })).toEqual([1, 3, 5, 9]);
});

test('choosing no row is choosing nothing', () => {
  expect(chosen([])).toBe(nothing);
  expect(combine(chosen([4]), [4], 'remove', matching)).toBe(nothing);
});

test('rows replace, are added, are removed; also from all that match', () => {
  expect(sorted(combine(chosen([2]), [4], 'replace', matching))).toEqual([4]);
  expect(sorted(combine(chosen([2]), [4], 'add', matching))).toEqual([2, 4]);
  expect(sorted(combine({ type: 'matching' }, [9, 2], 'remove', matching))).toEqual([1, 3, 5]);
});

test('toggling twice changes nothing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(20), { minLength: 1 }), fc.nat(20), (rows, row) => {
      const twice = toggle(toggle(chosen(rows), row, matching), row, matching);
      expect(sorted(twice)).toEqual(rows.toSorted((a, b) => a - b));
    }),
  );
});

test('a range runs either way, and is one row where its start is not in the list', () => {
  expect(between(matching, 3, 1)).toEqual([3, 9, 1]);
  expect(between(matching, 9, 5)).toEqual([5, 3, 9]);
  expect(between(matching, null, 9)).toEqual([9]);
  expect(between(matching, 77, 9)).toEqual([9]);
});
