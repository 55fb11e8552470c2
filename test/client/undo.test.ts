import { acted, emptyStack, redone, undone, without } from '../../client/store/undo.ts';

test('an action is undone, redone and undone again, each time by the action that did it', () => {
  let stack = acted(acted(emptyStack, 'a1'), 'a2');
  stack = undone(stack, 'u2');
  expect(stack).toEqual({ undo: ['a1'], redo: ['u2'] });
  stack = redone(stack, 'r2');
  expect(stack).toEqual({ undo: ['a1', 'r2'], redo: [] });
  expect(undone(stack, 'u3')).toEqual({ undo: ['a1'], redo: ['u3'] });
});

test('a new action leaves nothing to redo', () => {
  expect(acted(undone(acted(emptyStack, 'a1'), 'u1'), 'a2')).toEqual({ undo: ['a2'], redo: [] });
});

test('an undo that found nothing to undo cannot be redone', () => {
  expect(undone(acted(emptyStack, 'a1'), null)).toEqual({ undo: [], redo: [] });
});

test('what was undone from the history is not undone again', () => {
  expect(without(acted(acted(emptyStack, 'a1'), 'a2'), 'a1')).toEqual({ undo: ['a2'], redo: [] });
});
