// SPDX-License-Identifier: EUPL-1.2
import { testTitles } from './test-titles.js';

test('titles come with those of their groups, whatever they are written with', () => {
  const text = `
    test('alone', () => {});
    describe("a group", () => {
      it('inside', async () => { run('no title'); });
      test.each([['a', 1]])('each %s', (name) => {});
      describe.each(databases)(\`on \${name}\`, () => {
        test.each<[string]>([['x']])('deep', () => {});
      });
    });
    describeWith(['chromium'], 'with a server', () => {
      test.skip('left out', () => {});
    });
    test.each(['one', 'two']);
    other('no test', () => {});
    test(calculated, () => {});`;
  expect(testTitles('a.test.ts', text)).toEqual([
    { groups: [], title: 'alone' },
    { groups: ['a group'], title: 'inside' },
    { groups: ['a group'], title: 'each %s' },
    { groups: ['a group', 'on …'], title: 'deep' },
    { groups: ['with a server'], title: 'left out' },
  ]);
});

test('pages of a test in TSX', () => {
  expect(testTitles('a.test.tsx', `test('a view', () => { render(<b>bold</b>); });`)).toEqual([
    { groups: [], title: 'a view' },
  ]);
});
