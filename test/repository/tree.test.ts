// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { DRIVES } from '../a11y/drive-pictures.js';
import { LIVRETS_IN_JUNE, LIVRETS_IN_NOVEMBER } from '../a11y/livret-pictures.js';
import { PICTURES } from '../a11y/pictures.js';
import { linksOf } from './links-of.js';
import { repositoryFolder, textOf, trackedFiles, trackedTexts } from './tracked-files.js';

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

const texts = trackedTexts();
const sources = texts.filter((file) => /\.(ts|tsx|js|css|sh)$/.test(file));
/** The bricks of others in the tests have their own versions. */
const packages = texts
  .filter((file) => basename(file) === 'package.json' && !file.startsWith('test/bricks/'))
  .map((file): Package => JSON.parse(textOf(file)) as Package);

/** The faulty files, each with its fault. */
function faults(files: readonly string[], fault: (text: string, file: string) => string | undefined): string[] {
  return files.flatMap((file) => {
    const found = fault(textOf(file), file);
    return found === undefined ? [] : [`${file}: ${found}`];
  });
}

test('the top level holds only what the architecture lists', () => {
  const allowed = [
    ...['core-adapter', 'cas-bridge', 'ldap-sync', 'plugins', 'test', 'docs'],
    ...['package.json', 'package-lock.json', 'tsconfig.json', 'LICENSE'],
    // Forges link these by their names.
    ...['README.md', 'README.fr.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
    ...['CODE_OF_CONDUCT.md', 'MAINTAINERS.md', '.github'],
    ...[
      'eslint.config.js',
      'eslint.no-data-as-key.js',
      'eslint.plain-words.js',
      'eslint.storeys.js',
      '.prettierrc.json',
      '.prettierignore',
    ],
    // Editors, nvm, npm, git, Renovate and CI look for these here only.
    ...['.editorconfig', '.nvmrc', '.npmrc', '.gitignore', '.gitattributes', 'renovate.json', '.ci'],
  ];
  const topLevel = new Set(trackedFiles().map((file) => file.split('/')[0] ?? ''));
  expect([...topLevel].filter((name) => !allowed.includes(name))).toEqual([]);
});

test('no file of code has more than 400 lines', () => {
  const long = faults(sources, (text) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > 400 ? `${lines} lines` : undefined;
  });
  expect(long).toEqual([]);
});

test('each source file begins with its licence', () => {
  const bare = faults(sources, (text) => {
    const [first = '', second = ''] = text.split('\n');
    const line = first.startsWith('#!') ? second : first;
    return /^(\/\/|\/\*|#) SPDX-License-Identifier: EUPL-1\.2( \*\/)?$/.test(line) ? undefined : line;
  });
  expect(bare).toEqual([]);
});

test('the names of source files are kebab-case', () => {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+(-[a-z]+)*)*$/;
  expect(sources.filter((file) => !kebab.test(basename(file)))).toEqual([]);
});

test.each([
  // Scribe itself keeps the password of its reader at /root/.reader.
  ['an absolute path of a machine', /(?<![\w.-])\/(?:work|root(?!\/\.reader)|home\/[\w-]+|Users\/[\w-]+)\//],
  ['the number of an issue, which is not in the repository', /\b(?:issue|pull request) #?\d+\b/i],
  [
    'the name of a host of packages',
    /npmjs\.(?:org|com)|yarnpkg\.com|unpkg\.com|jsdelivr\.net|artifac[t]ory|verdacci[o]/i,
  ],
])('no text holds %s', (_, pattern) => {
  const written = texts.filter((file) => file !== 'package-lock.json');
  expect(faults(written, (text) => pattern.exec(text)?.[0])).toEqual([]);
});

test('the lock file contains no package URLs', () => {
  const lock = JSON.parse(textOf('package-lock.json')) as {
    packages: Record<string, { resolved?: string; link?: boolean }>;
  };
  const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined && !entry.link);
  expect(resolved).toEqual([]);
});

test('the packages share one version and require it of each other', () => {
  const [version = '', ...others] = new Set(packages.map((one) => one.version));
  expect(others).toEqual([]);
  const asked = packages
    .flatMap(({ dependencies, peerDependencies }) => Object.entries({ ...dependencies, ...peerDependencies }))
    .filter(([name]) => name.startsWith('@volee/'));
  expect(new Set(asked.map(([, range]) => range))).toEqual(new Set([`^${version}`]));
});

/** TypeScript below 6.1, because typescript-eslint needs its API (ADR 0033). */
const LINTED_WITH = '~5.9.3';

test('the packages require the same versions of shared dependencies', () => {
  const ranges = new Map<string, Set<string>>();
  for (const { dependencies, peerDependencies, devDependencies } of packages) {
    for (const part of [dependencies, peerDependencies, devDependencies]) {
      for (const [name, range] of Object.entries(part ?? {})) {
        // An alias counts for the package that it installs: `typescript-7` is the `typescript` of the build, beside that of the linter.
        const [, aliased] = /^npm:.+@(.+)$/.exec(range) ?? [];
        const shared = name === 'typescript' && range !== LINTED_WITH ? 'typescript-7' : name;
        ranges.set(shared, (ranges.get(shared) ?? new Set()).add(aliased ?? range));
      }
    }
  }
  expect([...ranges].filter(([, asked]) => asked.size > 1)).toEqual([]);
});

test('all packages are under the EUPL 1.2', () => {
  expect(textOf('LICENSE')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n/);
  expect(packages.filter(({ license }) => license !== 'EUPL-1.2')).toEqual([]);
});

test('each relative link in the documentation leads to a file', () => {
  const documents = texts.filter((file) => file.endsWith('.md'));
  const broken = documents.flatMap((file) =>
    linksOf(textOf(file))
      .map((link) => normalize(join(dirname(file), link)))
      .filter((target) => target.startsWith('..') || !existsSync(join(repositoryFolder, target)))
      .map((target) => `${file} → ${target}`),
  );
  expect(broken).toEqual([]);
});

test('the documentation uses the pictures that "npm run screenshots" takes', () => {
  const shown = trackedFiles().filter((file) => file.startsWith('docs/images/'));
  const taken = [...PICTURES, ...LIVRETS_IN_JUNE, ...LIVRETS_IN_NOVEMBER, ...DRIVES];
  expect(shown.sort()).toEqual(taken.map(({ name }) => `docs/images/${name}.png`).sort());
});
