// SPDX-License-Identifier: EUPL-1.2
// Forbidden imports, the rules for all files, then the rules of each folder.
// lint-rules.test.ts and lint-storeys.test.ts of test/repository break each import rule once.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { noDataAsKey } from './eslint.no-data-as-key.js';
import { plainWords } from './eslint.plain-words.js';
import { houses, pageZones, storeyZones } from './eslint.storeys.js';

const typescript = ['**/*.ts', '**/*.tsx'];
const bricks = [
  'cas-bridge/src/**',
  'ldap-sync/src/**',
  'plugins/*/src/**',
  'core-adapter/template/src/**',
  'core-adapter/template/with/*/src/**',
];
/** By their text, so that a cache forgets what a rule found before it changed. */
const RULES_OF_OUR_OWN = {
  name: 'volee',
  version: ['no-data-as-key', 'plain-words']
    .map((name) => readFileSync(`${import.meta.dirname}/eslint.${name}.js`, 'utf8'))
    .join(''),
};
const HOST = 'core-adapter/src/host';
/** Code that no installation runs: it may use what is made for tests. */
const forTests = ['**/*.test.{ts,tsx}', '**/*-for-tests.{ts,tsx}', '**/testing/**', 'test/**'];
/** Their default export is required by the tools that load them. */
const withDefaultExport = [
  'cas-bridge/src/index.ts',
  'ldap-sync/src/index.ts',
  'plugins/*/src/index.ts',
  'core-adapter/template/src/index.ts',
  'core-adapter/template/with/*/src/index.ts',
  'test/bricks/*/src/index.ts',
  'test/bricks/outside/*/index.js',
  '**/*.config.js',
  'test/services/jest-*.js',
  'test/native/{environment,runtime}.js',
  'test/services/long-first.js',
  'core-adapter/src/testing/jest-preset.js',
];

/* ---- Names that an import may not use. `regex` is tried on the name as it is written. ---- */

const nodePrefix = {
  regex: `^(${builtinModules.filter((name) => !/[:/_]/.test(name)).join('|')})(/|$)`,
  message: 'Write the name of a module of Node with its prefix: "node:fs".',
};
const testing = {
  regex: String.raw`(^|/)testing(/|$)|-for-tests(\.js)?$|\.test(\.js)?$|^@volee/test(/|$)`,
  message: 'Production code uses nothing that was made for tests: move what both need out of there.',
};
const ldapjs = {
  regex: '^(ldapjs|@ldapjs)(/|$)',
  message:
    'Only ldap-sync uses LDAP: a request has its persons in `request.directory`, and its groups in `request.access`.',
};
const brickFromCore = {
  regex: '^@volee/(?!core-adapter(/|$))',
  message:
    'The core knows bricks by the names in volee.yaml only: put what it needs of them into core-adapter/src/api, as an interface.',
};
const moreThanTypes = {
  regex: '^(?!(zod|@date-fns/tz)$)[^.]',
  allowTypeImports: true,
  message: 'The contract does no I/O: write `import type`, and implement it in core-adapter/src/host.',
};

/** For every file of a brick, tests too. */
const othersFromBrick = [
  {
    regex: '^@volee/(?!core-adapter(/|$)).*(?<!/contract)$',
    message:
      'A brick knows no other brick: put what both need into core-adapter/src/api, or import the types of "@volee/<id>/contract" where that brick exports it.',
  },
  {
    regex: '^@volee/[^/]+/contract$',
    allowTypeImports: true,
    message: 'The contract of another brick gives types only: write `import type`.',
  },
  {
    regex: '^@volee/core-adapter/(?!(directory|hand-over|login|ui|testing)$)',
    message: 'A brick knows the host by its contract alone: use the argument that defineBrick passes to it.',
  },
];
const passport = {
  regex: '^passport(-|/|$)',
  message: 'Only cas-bridge logs users in: a route names the permission that it requires in `access`.',
};
const processFromBrick = {
  regex: '^(node:)?process$',
  message:
    'A brick reads its settings and no environment: use `settings`, of the argument that defineBrick passes to it.',
};
const databaseOfHost =
  'The host keeps the database: use `request.db`, or the `db` of a job, a command or a check. Each reaches one school only.';
/** For what a brick runs in an installation. */
const hostsWorkFromBrick = [
  testing,
  {
    regex: '^typeorm$',
    importNames: ['default', 'DataSource', 'EntityManager', 'Repository', 'BaseEntity', 'SelectQueryBuilder', 'Raw'],
    message: databaseOfHost,
  },
  {
    regex: '^(typeorm/|(mysql2|mysql|mariadb|libsql|better-sqlite3|sqlite3)(/|$))',
    message: databaseOfHost,
  },
  { regex: '^express(/|$)', message: 'The host answers requests: register routes with `http.get` and `http.post`.' },
  { regex: '^express-session(/|$)', message: 'The host keeps the sessions: `request.user` is the user of a request.' },
  {
    regex: '^(node:)?child_process$',
    message: 'A brick starts no program: use a library, or a service of its own that its settings name.',
  },
  processFromBrick,
  { regex: '^(@date-fns|dayjs|luxon)(/|$)', message: 'The contract computes: use addDays, startOfDay or instantOf.' },
  {
    regex: '^(node:)?module$',
    message:
      'These rules cannot see what is loaded by hand: import it, and find files with `new URL(…, import.meta.url)`.',
  },
];
const hiddenImport = {
  selector: 'ImportExpression[source.type!="Literal"]',
  message: 'Write out the name of what is imported, so that these rules can see it.',
};
const dayWords = { selector: '[object.name="Intl"] > [name="DateTimeFormat"]', message: 'Use `request.format`.' };
const rawHtml = [
  {
    selector:
      'JSXAttribute[name.name="dangerouslySetInnerHTML"], :matches(Property, MemberExpression) > .key[name="dangerouslySetInnerHTML"], Literal[value="dangerouslySetInnerHTML"]',
    message:
      'Write the elements as TSX, which escapes what people wrote; for a drawing, use <Icon> of core-adapter/src/ui.',
  },
  {
    selector:
      'AssignmentExpression > .left[property.name=/^(inner|outer)HTML$/], CallExpression[callee.property.name="insertAdjacentHTML"]',
    message: 'Use textContent, or clone a <template> of the page: what people wrote must not become elements.',
  },
];

/** Refuses imports, `export … from` and `import(…)` of these names, and the syntax given with them. */
function refuse(bans, syntax = rawHtml) {
  // A slash would end the expression in a selector.
  const dynamic = bans.map(({ regex, message }) => ({
    selector: `ImportExpression[source.value=/${regex.replaceAll('/', String.raw`\u002F`)}/]`,
    message,
  }));
  return {
    'no-restricted-imports': ['error', { patterns: [nodePrefix, ...bans] }],
    'no-restricted-syntax': ['error', ...syntax, ...dynamic],
  };
}

/** Refuses globals, `globalThis.x` too. */
function refuseGlobals(names, message) {
  return ['error', { globals: names.map((name) => ({ name, message })), checkGlobalObject: true }];
}

/** Between the folders of core-adapter/src: `target` does not see `from`. */
const layers = [
  [
    'api',
    ['ui', 'host', 'cli', 'testing'],
    'The contract imports nothing of the host: move what it needs into core-adapter/src/api.',
  ],
  ['ui', ['host', 'cli', 'testing'], 'A component gets all that it shows as properties: it does not see the host.'],
  ['host', ['cli'], 'The host does not know its caller: pass what it needs in `HostOptions`.'],
  ['api/*.ts', ['api/directory', 'api/login'], 'The contract of pages names no directory and no login.'],
].map(([target, from, message]) => ({
  target: `core-adapter/src/${target}`,
  from: from.map((folder) => `core-adapter/src/${folder}`),
  message,
}));
const migrations = {
  target: '**/*.migration.ts',
  from: '**/*.entity.ts',
  message: 'A migration is frozen and an entity changes: write out the columns as they are at this step.',
};

export default defineConfig(
  globalIgnores(['**/dist/', 'var/']),
  { linterOptions: { noInlineConfig: true } },
  js.configs.recommended,
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    // One program for all packages that use the core, of which they read the compiled declarations: docs/adr/0064-lint-in-two-programs.md.
    languageOptions: {
      parserOptions: { project: 'test/repository/tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return send(…)` ends a function that answers nothing; `void x` says so in an expression.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // Errors of other code are passed on and shown unchanged.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      // A brick and a request are taken apart: `({ http, t }) => …`.
      '@typescript-eslint/unbound-method': 'off',
      // These rules are slow: editors show deprecated names, and no enum is declared here.
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Types of others promise too much, and a variable may change in a callback.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/prefer-optional-chain': 'off',
      // Entities are classes without methods, their rows are plain objects, and text is read letter by letter as [...text].
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    files: ['core-adapter/src/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { project: 'core-adapter/tsconfig.json' } },
  },
  {
    files: forTests,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // expect.any() and its like are `any`.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
    },
  },
  {
    files: typescript,
    ignores: forTests,
    rules: {
      'volee/no-data-as-key': 'error',
    },
  },
  {
    plugins: { volee: { meta: RULES_OF_OUR_OWN, rules: { 'no-data-as-key': noDataAsKey, 'plain-words': plainWords } } },
    rules: { 'volee/plain-words': 'error' },
  },
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.js', '.json'],
          extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
          conditionNames: ['volee-source', 'types', 'node', 'import', 'default'],
        }),
      ],
    },
    rules: {
      ...refuse([]),
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-warning-comments': ['error', { terms: ['eslint-disable', 'eslint-enable'], location: 'anywhere' }],
      // Prettier lays out lines.
      'no-unexpected-multiline': 'off',
      'no-restricted-properties': [
        'error',
        ...['mock', 'doMock', 'unstable_mockModule'].map((property) => ({
          object: 'jest',
          property,
          message: 'Pass the code what it works with as an argument: a real one, or a small one of your own.',
        })),
      ],
      'import-x/first': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/no-relative-packages': 'error',
      'import-x/no-restricted-paths': ['error', { zones: [...layers, migrations] }],
      // The host serves its own scripts to those of the bricks.
      'import-x/no-unresolved': ['error', { ignore: ['^/assets/core/'] }],
      'import-x/no-useless-path-segments': 'error',
      'import-x/order': ['error', { groups: ['builtin', ['external', 'internal'], ['parent', 'sibling', 'index']] }],
      'import-x/no-extraneous-dependencies': [
        'error',
        { devDependencies: [...forTests, '*.config.js', 'eslint.*.js'], includeInternal: true, includeTypes: true },
      ],
    },
  },
  {
    // The tools of the repository belong to its root.
    files: ['test/repository/**'],
    rules: { 'import-x/no-extraneous-dependencies': ['error', { packageDir: import.meta.dirname }] },
  },
  {
    files: typescript,
    ignores: forTests,
    rules: { 'max-lines': ['error', 300] },
  },
  {
    // Browser scripts and what tests share as well. In a test file, `describe` holds all of its tests; a story is one function.
    ignores: ['**/*.test.{ts,tsx}', 'test/{a11y,e2e}/*.story.ts'],
    rules: { 'max-lines-per-function': ['error', 60] },
  },
  ...houses.map((house) => {
    const zones = house.root === HOST ? layers : pageZones(house);
    return {
      files: [`${house.root}/**`],
      ignores: forTests,
      rules: { 'import-x/no-restricted-paths': ['error', { zones: [...zones, ...storeyZones(house), migrations] }] },
    };
  }),
  // The files of an extra import those of the template: the compiler resolves them together, in a new brick.
  { files: ['core-adapter/template/with/**'], rules: { 'import-x/no-unresolved': 'off' } },
  { files: withDefaultExport, rules: { 'import-x/no-default-export': 'off' } },
  { files: ['**/*.js'], languageOptions: { globals: globals.node } },
  { files: ['**/assets/**'], languageOptions: { globals: globals.browser } },

  { files: ['core-adapter/**'], rules: refuse([brickFromCore, ldapjs]) },
  { files: ['core-adapter/src/**'], ignores: forTests, rules: refuse([brickFromCore, ldapjs, testing]) },
  // The drawings of bootstrap-icons become elements here, and nowhere else.
  { files: ['core-adapter/src/ui/icon.tsx'], rules: refuse([brickFromCore, ldapjs, testing], []) },
  {
    files: ['core-adapter/src/api/**'],
    ignores: forTests,
    rules: {
      ...refuse([moreThanTypes]),
      'no-restricted-globals': refuseGlobals(['process', 'console', 'fetch'], 'The contract does no I/O.'),
    },
  },
  { files: bricks, rules: refuse(othersFromBrick) },
  {
    files: bricks,
    ignores: forTests,
    rules: {
      ...refuse([...othersFromBrick, ...hostsWorkFromBrick, passport, ldapjs], [...rawHtml, hiddenImport, dayWords]),
      'no-restricted-globals': refuseGlobals(['process'], processFromBrick.message),
    },
  },
  {
    files: ['cas-bridge/src/**'],
    ignores: forTests,
    rules: refuse([...othersFromBrick, ...hostsWorkFromBrick, ldapjs], [...rawHtml, hiddenImport, dayWords]),
  },
  {
    files: ['ldap-sync/src/**'],
    ignores: forTests,
    rules: refuse([...othersFromBrick, ...hostsWorkFromBrick, passport], [...rawHtml, hiddenImport, dayWords]),
  },
  {
    files: ['test/**'],
    ignores: ['test/envole-box/**', '**/*.test.{ts,tsx}'],
    rules: refuse([ldapjs]),
  },
);
