// SPDX-License-Identifier: EUPL-1.2
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { houseFigures, wholeContexts } from './house-figures.js';
import { findCircle, describeCircle, findImportsAcrossSteps } from './import-figures.js';
import { findHouses, findImportsAcrossPages, findOutsideStoreys, findUpwardImports, HOST } from './storeys.js';
import { longFunctions, wordFaults } from './text-figures.js';

test.each(await houseFigures())('$name: none', ({ faults }) => {
  expect(faults).toEqual([]);
});

describe('what these checks find', () => {
  test('an import of a storey above, with what to do instead', () => {
    const upward = { from: `${HOST}/domain/sync/a.ts`, line: 3, to: `${HOST}/http/b.ts` };
    const downward = { from: upward.to, line: 3, to: upward.from };
    const [sentence, ...more] = findUpwardImports([upward, downward]);
    expect(sentence).toMatch(/a\.ts:3 imports .*"domain" does not see "http"\. Take it as an argument/);
    expect(more).toEqual([]);
  });

  test('an import of a storey above in a brick, and none between two bricks', () => {
    const src = 'plugins/livret-bridge/src';
    const found = findUpwardImports([
      { from: `${src}/store/a.entity.ts`, line: 1, to: `${src}/domain/rules/b.ts` },
      { from: `${src}/domain/rules/b.ts`, line: 2, to: `${src}/paths.ts` },
      { from: `${src}/pages/box/c.ts`, line: 3, to: `${src}/jobs/portal/d.ts` },
      { from: `${src}/domain/rules/b.ts`, line: 4, to: `${src}/brick-types.ts` },
      { from: `${src}/domain/rules/b.ts`, line: 5, to: `${src}/manifest.ts` },
      { from: `${src}/store/a.entity.ts`, line: 6, to: `plugins/file-share/src/pages/folder/e.ts` },
    ]);
    expect(found).toEqual([
      expect.stringMatching(/a\.entity\.ts:1 .*"store" does not see "domain"/),
      expect.stringMatching(/c\.ts:3 .*"pages" does not see "jobs"/),
      expect.stringMatching(/b\.ts:5 .*"domain" does not see "index"/),
    ]);
  });

  test('a new brick as one in storeys, and none that houses.json names as one without', async () => {
    const repository = await mkdtemp(join(tmpdir(), 'houses-'));
    try {
      for (const name of ['agenda', 'onde-import', 'left-over']) {
        await mkdir(join(repository, 'plugins', name, 'src'), { recursive: true });
        if (name !== 'left-over') await writeFile(join(repository, 'plugins', name, 'src/manifest.ts'), '');
      }
      const roots = findHouses(repository).map(({ root }) => root);
      expect(roots).toEqual([HOST, 'plugins/agenda/src', 'core-adapter/template/src']);
    } finally {
      await rm(repository, { recursive: true });
    }
  });

  test('an import of another page of a brick', () => {
    const pages = 'plugins/livret-bridge/src/pages';
    const found = findImportsAcrossPages([
      { from: `${pages}/box/a.ts`, line: 1, to: `${pages}/thread/b.ts` },
      { from: `${pages}/box/a.ts`, line: 2, to: `${pages}/shared/files/c.ts` },
      { from: `${pages}/shared/files/c.ts`, line: 3, to: `${pages}/box/a.ts` },
      { from: `${pages}/box/a.ts`, line: 4, to: `${pages}/box/child/d.ts` },
    ]);
    expect(found).toEqual([
      expect.stringMatching(/a\.ts:1 imports .*a page does not see another page\. Move/),
      expect.stringMatching(/c\.ts:3 imports/),
    ]);
  });

  test('an import of a later step of a sync', () => {
    const fileOf = (step: string): string => `${HOST}/domain/sync/${step}/a.ts`;
    const found = findImportsAcrossSteps([
      { from: fileOf('plan'), line: 3, to: fileOf('guard') },
      { from: fileOf('guard'), line: 4, to: fileOf('apply') },
      { from: fileOf('apply'), line: 5, to: fileOf('guard') },
      { from: fileOf('apply'), line: 6, to: fileOf('plan') },
      { from: `${HOST}/domain/sync/a.ts`, line: 7, to: fileOf('apply') },
    ]);
    expect(found).toEqual([
      expect.stringMatching(/plan\/a\.ts:3 imports .*"plan" does not see "guard"\. Return what the next step needs/),
      expect.stringMatching(/guard\/a\.ts:4 imports .*"guard" does not see "apply"/),
      expect.stringMatching(/apply\/a\.ts:5 imports .*"apply" does not see "guard"/),
    ]);
  });

  test('a file outside the storeys', () => {
    expect(findOutsideStoreys([`${HOST}/loader/a.ts`, `${HOST}/index.ts`, `${HOST}/http/a.ts`])).toEqual([
      expect.stringMatching(/loader\/a\.ts:1 stands in no storey\. Move it to one of /),
    ]);
  });

  test('a circle, in the order of its arrows', () => {
    expect(
      findCircle([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'b'],
        ['c', 'd'],
      ]),
    ).toEqual(['b', 'c']);
    expect(
      findCircle([
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c'],
        ['c', 'c'],
      ]),
    ).toBeUndefined();
  });

  test('a circle of folders, with an import of it', () => {
    const imports = [
      { from: 'a/1.ts', line: 2, to: 'b/1.ts' },
      { from: 'b/2.ts', line: 5, to: 'a/2.ts' },
    ];
    const folderOf = (file: string): string => file.slice(0, 1);
    expect(describeCircle(imports, folderOf)).toEqual([
      expect.stringMatching(/^a\/1\.ts:2 imports b\/1\.ts in a circle: a → b → a\. Move what both need/),
    ]);
    expect(describeCircle(imports, (file) => file)).toEqual([]);
  });

  test('a function that is too long, whatever it is written as', () => {
    const text = ['class A {', '  one(): void {', '', '  }', '}', 'const two = () => {', '', '};'].join('\n');
    expect(longFunctions('a.ts', text, 2)).toEqual([
      expect.stringMatching(/^a\.ts:2 begins a function of 3 lines\. Move steps/),
      expect.stringMatching(/^a\.ts:6 begins a function of 3 lines/),
    ]);
    expect(longFunctions('a.ts', text, 3)).toEqual([]);
  });

  test('a function that takes every service of the host, unless it puts the host together', () => {
    const text = [
      'function homeRoutes(context: HostContext): Router {}',
      "function narrow({ clock }: Pick<HostContext, 'clock'>): void {}",
      'export function wide(',
      '  { clock }: HostContext,',
      '): void {}',
    ].join('\n');
    expect(wholeContexts('a.ts', text)).toEqual([expect.stringMatching(/^a\.ts:4 gives wide every service\. Pass/)]);
  });

  test.each([
    ['a.ts', "const url = 'https://who';\n// One\n/* two who */"],
    ['a.css', 'b {}\n\n/* a who */ .who {}'],
    ['a.sh', 'who\n\n  # who'],
  ])('a word in a comment of %s', (file, text) => {
    const wordFault = (comment: string): string | undefined => (comment.includes('who') ? 'a word' : undefined);
    expect(wordFaults(file, text, wordFault)).toEqual([`${file}:3 has a word`]);
  });
});
