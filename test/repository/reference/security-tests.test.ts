// SPDX-License-Identifier: EUPL-1.2
import { repositoryFolder } from '../tracked-files.js';
import { proveAttacks, securityTests } from './security-tests.js';
import { securityTestsPage } from './reference-pages.js';

test('every mark of an attack has a test, and every mark in a title is known', () => {
  expect(securityTests(repositoryFolder).faults).toEqual([]);
});

describe('what this check finds', () => {
  const list = { letter: 'T', title: 'Schools', attacks: { T1: 'An id.', T2: 'No id.' } };
  const test1 = { file: 'a/b.test.ts', groups: ['T1 a group'], title: 'one' };

  test('a mark without a test, with what to do', () => {
    const ofImitation = { file: 'test/envole-box/a.test.ts', groups: [], title: 'T2 two' };
    expect(proveAttacks([list], [test1, ofImitation]).faults).toEqual([
      'T2 has no test: begin the title of its test with "T2", or remove it from test/repository/reference/attacks.ts.',
    ]);
  });

  test('a mark that the full run alone proves', () => {
    const left = { ...test1, title: 'T2 two', isForFullRun: true };
    expect(proveAttacks([list], [test1, left]).faults).toEqual([
      'T2 has tests in the full run alone: prove it in "npm test" as well (ADR 63).',
    ]);
    expect(proveAttacks([list], [test1, left, { ...test1, title: 'T2 again' }]).faults).toEqual([]);
  });

  test('a title with an unknown mark, with what to do', () => {
    const tests = ['T2 two', 'C1 a ticket', 'T3: three', 'P four'].map((title) => ({ ...test1, title }));
    expect(proveAttacks([list], tests).faults).toEqual([
      expect.stringMatching(/^a\/b\.test\.ts: "T3: three" has the unknown mark T3\. Use one of docs\/\S+\.md, or add/),
      expect.stringMatching(/"P four" has the unknown mark P\./),
    ]);
  });
});

test('the page names each file once below its mark', () => {
  const list = { letter: 'T', title: 'Schools', attacks: { T1: 'An id.' } };
  const tests = ['T1 one', 'T1 two'].map((title) => ({ file: 'a/b.test.ts', groups: [], title }));
  const page = securityTestsPage(proveAttacks([list], tests));
  expect(page).toContain('| T1 | An id. |');
  expect(page).toContain('### T1\n\n- [a/b.test.ts](../../a/b.test.ts)');
  expect(page.match(/b\.test\.ts\]/g)).toHaveLength(1);
});
