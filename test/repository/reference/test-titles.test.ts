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

test('so do those that a quick run leaves out', () => {
  const text = `
    describe.each(bothDatabases())('on $name', (database) => {
      testOnce('alike', () => {});
      testOnce.each([1, 2])('alike %d', (number) => {});
    });
    inFullRun()('again', () => {});
    inFullRun().each(['one', 'two'])('again %s', (name) => {});
    describeWith(['chromium', 'lemonldap'], 'a real SSO', () => {
      test('a login', () => {});
    });`;
  expect(testTitles('a.test.ts', text)).toEqual([
    { groups: ['on $name'], title: 'alike' },
    { groups: ['on $name'], title: 'alike %d' },
    { groups: [], title: 'again', isForFullRun: true },
    { groups: [], title: 'again %s', isForFullRun: true },
    { groups: ['a real SSO'], title: 'a login', isForFullRun: true },
  ]);
  expect(testTitles('a.all.test.ts', `test('alone', () => {});`)).toEqual([
    { groups: [], title: 'alone', isForFullRun: true },
  ]);
});

test('pages of a test in TSX', () => {
  expect(testTitles('a.test.tsx', `test('a view', () => { render(<b>bold</b>); });`)).toEqual([
    { groups: [], title: 'a view' },
  ]);
});
