// SPDX-License-Identifier: EUPL-1.2
import { EntrySum } from './entry-sum.js';

function sumOf(...names: string[]): string {
  const sum = new EntrySum();
  for (const name of names) sum.add(name);
  return String(sum);
}

test('the same entries in another order have the same sum', () => {
  expect(sumOf('uid=lea', 'uid=tom', 'uid=zoé')).toBe(sumOf('uid=zoé', 'uid=lea', 'uid=tom'));
});

test.each([
  ['one less', ['uid=lea']],
  ['one more', ['uid=lea', 'uid=tom', 'uid=zoe']],
  ['another one', ['uid=lea', 'uid=ton']],
  ['letters that changed places', ['uid=lae', 'uid=tom']],
  ['one twice', ['uid=lea', 'uid=lea']],
  ['nobody', []],
])('%s: another sum', (_what, names) => {
  expect(sumOf(...names)).not.toBe(sumOf('uid=lea', 'uid=tom'));
});
