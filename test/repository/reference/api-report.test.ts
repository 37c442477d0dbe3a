// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryFolder, textOf } from '../tracked-files.js';
import { apiReport } from './api-report.js';
import { exportsOf } from './declared-export.js';
import { ENTRY_POINTS, filesOf, stabilityFaults } from './entry-points.js';

const DECLARATIONS = `
import type { School } from './people.js';
/** Two words. @stable */
export interface Visit<P> extends Hidden {
  /** The school. */
  readonly school: School;
  /**
   * Ends.
   * @unstable
   */
  end?(): Promise<P>;
}
interface Hidden {
  readonly at: Date;
}
/** Another one. @unstable */
export declare const KINDS: readonly ['one', 'two'];
export {};
`;

/** The report of an entry point that hands on one file with these declarations. */
function reportOf(declarations: string, index = `export * from './visit.js';`): string {
  const folder = mkdtempSync(join(tmpdir(), 'volee-api-report-'));
  try {
    writeFileSync(join(folder, 'index.d.ts'), index);
    writeFileSync(join(folder, 'visit.d.ts'), declarations);
    return apiReport(join(folder, 'index.d.ts'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a report holds the types by name, with what is unstable, and no docstrings', () => {
  expect(reportOf(DECLARATIONS)).toBe(
    [
      'interface Hidden {\n  readonly at: Date;\n}',
      `// @unstable\nexport declare const KINDS: readonly ['one', 'two'];`,
      'export interface Visit<P> extends Hidden {\n  readonly school: School;\n  // @unstable\n  end?(): Promise<P>;\n}',
    ].join('\n\n'),
  );
});

test('a report holds only those exports that the index names', () => {
  expect(reportOf(DECLARATIONS, `export { type Visit } from './visit.js';`)).not.toContain('KINDS');
});

test.each([
  ['another type', 'Promise<P>', 'Promise<void>'],
  ['a new member', 'readonly at: Date;', 'readonly at: Date;\n  readonly by: string;'],
  ['a type that is not exported', 'readonly at: Date', 'readonly at?: Date'],
  ['an export that becomes unstable', 'Two words. @stable', 'Two words. @unstable'],
  ['a member that becomes stable', '@unstable\n   */\n  end', '@stable\n   */\n  end'],
  ['an export that is gone', 'export declare const KINDS', 'declare const KINDS'],
])('a report changes with %s', (_, before, after) => {
  expect(DECLARATIONS).toContain(before);
  expect(reportOf(DECLARATIONS.replace(before, after))).not.toBe(reportOf(DECLARATIONS));
});

test('a report does not change with words', () => {
  expect(reportOf(DECLARATIONS.replace('The school.', 'Its school.'))).toBe(reportOf(DECLARATIONS));
});

test.each(ENTRY_POINTS)('each export of $name says whether it is stable', (entry) => {
  expect(filesOf(entry, repositoryFolder).flatMap(stabilityFaults)).toEqual([]);
});

test('an export that does not say whether it is stable is told', () => {
  const text =
    'export type One = 1;\n/** Two. @stable @unstable */\nexport type Two = 2;\n/** @stable */\nexport type Three = 3;';
  expect(stabilityFaults({ name: 'numbers', exports: exportsOf('numbers.ts', text) })).toEqual([
    'One in numbers has no stability: write @stable or @unstable into its docstring.',
    'Two in numbers has stable and unstable: write @stable or @unstable into its docstring.',
  ]);
});

test('parts that no brick of ours uses are unstable, and so is handing over', () => {
  const contract = textOf('docs/reference/api/core-adapter.md');
  const members = [...contract.matchAll(/^( +)\/\/ @unstable\n\1(?:readonly )?(\w+)/gm)].map(([, , name]) => name);
  expect(new Set(members)).toEqual(new Set(['handOver', 'onStop', 'ticketFor']));
  const exported = textOf('docs/reference/api/hand-over.md').match(/^export/gm) ?? [];
  expect(textOf('docs/reference/api/hand-over.md').match(/^\/\/ @unstable\nexport/gm)).toHaveLength(exported.length);
});
