// SPDX-License-Identifier: EUPL-1.2
import ts from 'typescript';
import { textOf, trackedFiles } from '../tracked-files.js';
import { RepositoryPaths } from './repository-paths.js';

// SPDX-License-Identifier: EUPL-1.2

/** `volee` that begins a command line or a sentence, and not `sudo -u volee npx …`. */
const VOLEE = /(?<![\w/.-] |[\w/.-])volee ([a-z]+)(?: ([a-z-]+))?/g;

const NPM_RUN = /\bnpm run (?:--?\w+ )*([a-z][a-z:-]*[a-z])/g;

/** "volee is ready" is a line of the log, and "volee seal" the name of a key. */
const NO_COMMANDS = new Set(['is', 'seal']);

/** The commands of `volee` and the scripts of the packages. */
class RepositoryCommands {
  readonly #commands: ReadonlySet<string>;
  readonly #groups: ReadonlySet<string>;
  readonly #scripts: ReadonlySet<string>;

  /** @param commands `doctor`, `sync run` @param scripts of all package.json */
  constructor(commands: readonly string[], scripts: readonly string[]) {
    this.#commands = new Set(commands);
    this.#groups = new Set(commands.filter((one) => one.includes(' ')).map((one) => one.split(' ')[0] ?? ''));
    this.#scripts = new Set(scripts);
  }

  /** The commands in a text that are not there. */
  missingIn(text: string): string[] {
    const ofVolee = [...text.matchAll(VOLEE)].filter(([, first = '', second]) => !this.#isCommand(first, second));
    const ofNpm = [...text.matchAll(NPM_RUN)].filter(([, name = '']) => !this.#scripts.has(name));
    return [...ofVolee, ...ofNpm].map(([command]) => command);
  }

  #isCommand(first: string, second: string | undefined): boolean {
    if (NO_COMMANDS.has(first) || this.#commands.has(first)) return true;
    return this.#groups.has(first) && (second === undefined || this.#commands.has(`${first} ${second}`));
  }
}

const files = trackedFiles();
/** Decisions and the changelog tell what once was, and made pages repeat the sources. */
const pages = files
  .filter((file) => file.endsWith('.md') && !/^docs\/adr\/|^CHANGELOG/.test(file))
  .filter((file) => !textOf(file).startsWith('<!-- Made by'));
const sources = files.filter(
  (file) => /\.(tsx?|js)$/.test(file) && !/\.test\.tsx?$|^test\/repository\/names\//.test(file),
);
const rules = files.filter((file) => /^eslint\..*\.js$/.test(file));

const paths = new RepositoryPaths(files);
const commands = new RepositoryCommands(commandsOfVolee(), scriptsOfPackages());

function commandsOfVolee(): string[] {
  const page = textOf('docs/reference/commands.md');
  return [...page.matchAll(/^## `volee ([a-z]+(?: [a-z-]+)?)/gm)].map(([, command = '']) => command);
}

function scriptsOfPackages(): string[] {
  return files
    .filter((file) => file.endsWith('package.json'))
    .flatMap((file) => Object.keys((JSON.parse(textOf(file)) as { scripts?: object }).scripts ?? {}));
}

/** `file:line`, what is named there, and what to do. @param partsOf the parts of a line in which things are named */
function missing(
  inFiles: readonly string[],
  names: { missingIn: (text: string) => string[] },
  partsOf: (line: string) => readonly string[],
): string[] {
  return inFiles.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) =>
        partsOf(line)
          .flatMap((part) => names.missingIn(part))
          .map((name) => `${file}:${index + 1} names "${name}", which does not exist: correct the name, or remove it.`),
      ),
  );
}

test('paths of the repository that the documentation names exist', () => {
  expect(missing(pages, paths, (line) => [line])).toEqual([]);
});

test('paths of the repository that comments name exist', () => {
  const commentIn = (line: string): string[] => /^\s*(?:\/\/|\/?\*+)(.*)/.exec(line)?.slice(1) ?? [];
  expect(missing(sources, paths, commentIn)).toEqual([]);
});

test('the architecture names each folder of the domain', () => {
  const [, named = ''] = /^ {2}domain +(.*)$/m.exec(textOf('docs/explications/architecture.md')) ?? [];
  const folders = files.flatMap((file) => /^core-adapter\/src\/host\/domain\/([^/]+)\//.exec(file)?.[1] ?? []);
  expect(named.split(/\s+/).sort()).toEqual([...new Set(folders)].sort());
});

test('paragraphs are cited with their document', () => {
  const DOCUMENT = /CAS \d|RFC \d|ISO \d|ODF \d|PNG|APPNOTE|WCAG|XML|MS-[A-Z]|HTML|Unicode|YAML/;
  const ofCode = sources.filter((file) => !file.startsWith('test/repository/'));
  const bare = ofCode.flatMap((file) => {
    const lines = textOf(file).split('\n');
    return lines.flatMap((line, index) => {
      const isBare =
        /(?:\/\/|^\s*\/?\*).*§\d/.test(line) &&
        !DOCUMENT.test(lines.slice(Math.max(0, index - 2), index + 1).join('\n'));
      return isBare
        ? [`${file}:${index + 1} cites a paragraph of no document: write "CAS 3.0 §…" or "RFC 4511 §…".`]
        : [];
    });
  });
  expect(bare).toEqual([]);
});

test('commands that the documentation and messages name exist', () => {
  expect(missing([...pages, ...sources], commands, (line) => [line])).toEqual([]);
});

describe('messages of ESLint', () => {
  const messages = rules.flatMap((file) => lintMessages(textOf(file)).map((one) => ({ file, ...one })));

  /** The names of the contract, of the host's exports, and of JavaScript. */
  const known = new Set([
    ...files
      .filter((file) => /^core-adapter\/src\/(api|ui)\//.test(file))
      .flatMap((file) => identifiersIn(textOf(file))),
    ...sources.flatMap((file) => [...textOf(file).matchAll(/^export \w+ (\w+)/gm)].map(([, name = '']) => name)),
    ...Object.getOwnPropertyNames(globalThis),
    ...[Object, Object.prototype].flatMap((one) => Object.getOwnPropertyNames(one)),
    ...['request', 'meta', 'url', 'rest'],
  ]);

  test('name paths that exist', () => {
    expect(messages.flatMap(({ text }) => paths.missingIn(text))).toEqual([]);
  });

  test('name code that exists', () => {
    const unknown = messages.flatMap(({ file, line, text }) =>
      [...text.matchAll(/`([^`]+)`/g)]
        .flatMap(([, code = '']) => identifiersIn(code))
        .filter((name) => !known.has(name))
        .map(
          (name) =>
            `${file}:${line} recommends "${name}", which neither the contract nor JavaScript has: correct the message.`,
        ),
    );
    expect(messages.length).toBeGreaterThan(30);
    expect(unknown).toEqual([]);
  });
});

describe('what these checks find', () => {
  const some = new RepositoryPaths([
    'core-adapter/src/host/http/visitor.ts',
    'docs/guides/a.md',
    'plugins/b/src/index.ts',
  ]);

  test.each([
    ['see docs/guides/c.md.', ['docs/guides/c.md']],
    ['docs/guides and docs/guides/*.md', []],
    ['docs/guide/*.md', ['docs/guide/*.md']],
    ['http/visitor.ts, http/visitor and visitor.ts', []],
    ['host/http/visiter.ts, visiter.ts', ['host/http/visiter.ts', 'visiter.ts']],
    ['plugins/b/src/index.js', []],
    ['text/html, JJ/MM/AAAA, /Mes fichiers/, https://example.org/docs/c.md, ./docs, @volee/b', []],
    ['plugins/agenda/src, x.test.ts, var/demo', []],
  ])('the paths of %j that are not there', (text, expected) => {
    expect(some.missingIn(text)).toEqual(expected);
  });

  test.each([
    ['npx volee sync run and `volee doctor`, "volee sync"', []],
    ['volee sync begin, volee heal', ['volee sync begin', 'volee heal']],
    ['sudo -u volee npx volee doctor', []],
    ['npm run a, npm run --silent b:c', ['npm run --silent b:c']],
  ])('the commands of %j that are not there', (text, expected) => {
    expect(new RepositoryCommands(['doctor', 'sync run'], ['a']).missingIn(text)).toEqual(expected);
  });

  test('sentences in a rule, and the names in their code', () => {
    const rule =
      "const a = 'no-undef';\nconst b = { message: 'Use `request.db(x)`: it stays.' };\nf(`Write ${a} here.`);";
    expect(lintMessages(rule)).toEqual([{ line: 2, text: 'Use `request.db(x)`: it stays.' }]);
    expect(identifiersIn('new request.db(x) // y')).toEqual(['request', 'db', 'x']);
  });
});

interface LintMessage {
  readonly line: number;
  readonly text: string;
}

/** The sentences in a configuration or a rule of ESLint: texts with a space that begin with a capital letter or a quote. */
function lintMessages(text: string): LintMessage[] {
  const file = ts.createSourceFile('eslint.js', text, ts.ScriptTarget.ES2022, true);
  const messages: LintMessage[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && /^["A-Z].* /.test(node.text)) {
      messages.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return messages;
}

/** The names in a text: of `request.db` these are `request` and `db`. */
function identifiersIn(text: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, text);
  const names: string[] = [];
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token === ts.SyntaxKind.Identifier) names.push(scanner.getTokenText());
  }
  return names;
}
