// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { repositoryFolder } from './tracked-files.js';

const refused: [text: string, says: RegExp][] = [
  ['const counts: Record<string, number> = {}; counts[key] = 1;', /which is then lost/],
  ['const counts: Record<string, number> = {}; counts[key] += 1;', /which is then lost/],
  ['const counts: Record<string, number> = {}; counts[`${key}`]++;', /which is then lost/],
  ['const counts: Record<string, number> = {}; delete counts[key];', /which is then lost/],
  ['const words: Readonly<Record<string, string>> = {}; words[key];', /which every object has/],
  ['let words: Record<string, string> | undefined; words?.[key];', /which every object has/],
  ['const words: { [name: string]: string } = {}; words[key.trim()];', /which every object has/],
  ['const words: Record<string, string> = {}; words[key as string & { readonly brand: 1 }];', /every object/],
  ['const words: Record<string, string> = {}; const { [key]: word } = words;', /every object/],
  ['const words: Record<string, string> = {}; key in words;', /which every object has/],
  ['const words: Record<string, string> = {}; Object.assign({}, words);', /sets the prototype/],
  ['const words: Record<string, string>[] = []; Object.assign({}, ...words);', /sets the prototype/],
  ['const said = (): unknown => 1; Object.assign({}, JSON.parse(key)); said();', /sets the prototype/],
];

const passing = [
  'const counts = new Map<string, number>(); counts.set(key, 1);',
  'const counts = { a: 0, b: 0 }; let one: "a" | "b" = "a"; counts[one] += 1;',
  'const list: number[] = []; list[list.length] = 1;',
  'const words: Record<string, string> = {}; const word = Object.hasOwn(words, key) ? words[key] : "";',
  'const words: Record<string, string> = {}; words["one"]; ({ ...words, [key]: "" });',
  'const words = Object.fromEntries([[key, 1]]); Object.keys(words);',
  'const find = <K extends string>(words: Record<K, string>, one: K) => words[one]; find({ a: "" }, "a");',
  'Object.assign({ a: 1 }, { b: 2 });',
];

/** A program with this file alone, which is not on the disk: the rule asks it for types. */
function programOf(file: string, text: string): ts.Program {
  const options = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    lib: ['lib.es2023.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  return ts.createProgram([file], options, {
    ...host,
    fileExists: (path) => path === file || host.fileExists(path),
    readFile: (path) => (path === file ? text : host.readFile(path)),
    getSourceFile: (path, version) =>
      path === file ? ts.createSourceFile(path, text, version) : host.getSourceFile(path, version),
  });
}

/** The messages of the rule for each of these lines, as if they were in the file at `path`. */
async function findingsIn(path: string, lines: readonly string[]): Promise<string[][]> {
  const file = join(repositoryFolder, path);
  const text = ['declare const key: string;', ...lines.map((line) => `{ ${line} }`), 'export {};'].join('\n');
  const eslint = new ESLint({
    cwd: repositoryFolder,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parserOptions: { project: null, programs: [programOf(file, text)] } },
    },
    ruleFilter: ({ ruleId }) => ruleId === 'volee/no-data-as-key',
  });
  const [result] = await eslint.lintText(text, { filePath: file });
  return lines.map((_, index) =>
    (result?.messages ?? []).filter(({ line }) => line === index + 2).map((one) => one.message),
  );
}

const [ofRefused, ofPassing] = await Promise.all([
  findingsIn(
    'core-adapter/src/host/http/sample.ts',
    refused.map(([text]) => text),
  ),
  findingsIn('plugins/file-share/src/sample.ts', passing),
]);

test.each(refused.map(([text, says], index) => ({ text, says, found: ofRefused[index] })))(
  'P15: $text is refused',
  ({ says, found }) => {
    expect(found).toEqual([expect.stringMatching(says)]);
  },
);

test.each(passing.map((text, index) => ({ text, found: ofPassing[index] })))('$text passes', ({ found }) => {
  expect(found).toEqual([]);
});

test('tests are not held to the rule', async () => {
  const lines = ['const counts: Record<string, number> = {}; counts[key] = 1;'];
  expect(await findingsIn('plugins/file-share/src/sample.test.ts', lines)).toEqual([[]]);
});
