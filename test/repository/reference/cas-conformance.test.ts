// SPDX-License-Identifier: EUPL-1.2
import { repositoryFolder } from '../tracked-files.js';
import { casConformancePage } from './reference-pages.js';
import { casConformance, casFaults } from './cas-conformance.js';
import { names, prove } from './requirements.js';

test('every mark of every requirement has a test that names it', () => {
  expect(casFaults(casConformance(repositoryFolder))).toEqual([]);
});

test('neither a test of another mark of the row nor the title of a group proves a mark', () => {
  const tests = [
    { file: 'a.test.ts', groups: ['CAS 3.0 §2.9'], title: 'CAS 3.0 §2.6: one' },
    { file: 'a.test.ts', groups: [], title: 'CAS 3.0 §2.6, §2.6.2: both' },
  ];
  const proven = [
    { marks: ['§2.6', '§2.6.2', '§2.9'], asks: 'Trois.' },
    { marks: ['C1'], asks: 'Rien.' },
  ].map((one) => prove(one, tests, ({ title }) => [title]));
  expect(proven.map((one) => one.tests.length)).toEqual([2, 0]);
  expect(casFaults({ protocol: proven, attacks: [] })).toEqual([
    expect.stringMatching(
      /^§2\.9 has no test: begin the title of its test with "CAS 3\.0 §2\.9", or remove it from .*cas-requirements\.ts/,
    ),
    expect.stringMatching(/^C1 has no test: begin the title of its test with "C1"/),
  ]);
});

test.each([
  ['CAS 3.0 §2.5.1 renew: said at both ends', '§2.5.1 renew', true],
  ['C1 CAS 3.0 §2.1.1 service, §2.5.1 service: encoded', '§2.5.1 service', true],
  ['failures, CAS 3.0 §2.5.3: INVALID_TICKET', '§2.5.3', true],
  ['CAS 3.0 §2.5.1: a whole paragraph', '§2.5.1 renew', false],
  ['CAS 3.0 §2.5.1: a deeper paragraph', '§2.5', false],
  ['CAS 3.0 §2.5.', '§2.5', true],
  ['CAS 3.0 §2.5 proxy tickets open nothing', '§2.5 proxy', true],
  ['CAS 3.0 §12.5: another number', '§2.5', false],
  ['Namespaces in XML §2.5: another document', '§2.5', false],
  ['CAS 3.0 §2.1.1 renewal: another word', '§2.1.1 renew', false],
  ['CAS 3.0 §2.2, Appendix B: kept nowhere', 'Appendix B', true],
  ['C10 another service', 'C1', false],
  ['C10: another service (C9)', 'C9', true],
  ['C1: a ticket', 'C1', true],
])('%j names %s: %s', (title, mark, expected) => {
  expect(names(title, mark)).toBe(expected);
});

test('a title is shown as it is written, whatever Markdown thinks of it', () => {
  const title = 'C1 a|b <c> `d` of *e*, f_g and [h](i)';
  const page = casConformancePage({
    protocol: [{ marks: ['§2.9', 'Appendix A'], asks: 'Rien.', tests: [], unproven: [] }],
    attacks: [{ marks: ['C1'], asks: 'Tout.', tests: [{ file: 'a/b.test.ts', groups: ['g*'], title }], unproven: [] }],
  });
  expect(page).toContain('| §2.9, annexe A | Rien. | 0 |');
  expect(page).toContain('### §2.9, annexe A\n\nAucun.');
  expect(page).toContain('| C1 | Tout. | 1 |');
  expect(page).toContain(
    '### C1\n\n- [b.test.ts](../../a/b.test.ts): g\\* › C1 a\\|b \\<c\\> \\`d\\` of \\*e\\*, f\\_g and \\[h\\](i)',
  );
});
