// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError } from '../../api/errors.js';
import { kindInPackage } from './kind-in-package.js';
import { locateBrick } from './locate-brick.js';
import { errorText } from '../infra/util/error-text.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'volee-bricks-')));
const settingsFile = join(root, 'etc', 'volee.yaml');
afterAll(() => rmSync(root, { recursive: true }));

/** Writes a package with empty files into a folder of its own. */
function write(folder: string, described: object | string | undefined, ...files: string[]): string {
  const path = join(root, folder);
  mkdirSync(path, { recursive: true });
  const text = typeof described === 'string' ? described : JSON.stringify(described);
  if (described !== undefined) writeFileSync(join(path, 'package.json'), text);
  for (const file of files) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), '');
  }
  return path;
}

const found = (...path: string[]): string => pathToFileURL(join(root, ...path)).href;
const type = 'module';

test('a path is relative to the settings file and resolves to the entry', () => {
  const agenda = write('etc/agenda', { type, exports: './dist/index.js' }, 'dist/index.js');
  write('diary', { type, exports: { '.': './start.mjs' } }, 'start.mjs');
  expect(locateBrick('./agenda', settingsFile)).toBe(found('etc/agenda/dist/index.js'));
  expect(locateBrick('./agenda/', settingsFile)).toBe(found('etc/agenda/dist/index.js'));
  expect(locateBrick('../diary', settingsFile)).toBe(found('diary/start.mjs'));
  expect(locateBrick(agenda, '/elsewhere/volee.yaml')).toBe(found('etc/agenda/dist/index.js'));
});

test('a package is searched from the host, then from the settings file and every folder above it', () => {
  write('etc/node_modules/@volee/file-share', { type, exports: './i.js' }, 'i.js');
  expect(locateBrick('@volee/file-share', settingsFile)).toBe('@volee/file-share');
  write('etc/node_modules/@acme/here', { type, exports: './i.js' }, 'i.js');
  write('node_modules/above', { type, exports: './i.js' }, 'i.js');
  expect(locateBrick('@acme/here', settingsFile)).toBe(found('etc/node_modules/@acme/here/i.js'));
  expect(locateBrick('above', settingsFile)).toBe(found('node_modules/above/i.js'));
});

test.each<[string, object, string]>([
  ['main', { type, main: 'lib/start.js' }, 'lib/start.js'],
  ['main without its ending', { type, main: './lib/start' }, 'lib/start.js'],
  ['main as a folder', { type, main: './lib' }, 'lib/index.js'],
  ['nothing', { type }, 'index.js'],
  ['exports before main', { type, main: 'index.js', exports: './lib/start.js' }, 'lib/start.js'],
  [
    'the first condition that Node knows',
    {
      type,
      exports: {
        '.': { types: './x.d.ts', 'volee-source': './x.ts', default: './index.js', import: './lib/start.js' },
      },
    },
    'index.js',
  ],
  [
    'conditions in conditions',
    { type, exports: { node: { require: './x.cjs', import: './lib/start.js' }, default: './index.js' } },
    'lib/start.js',
  ],
  ['an array', { type, exports: { '.': [{ require: './x.cjs' }, './lib/start.js'] } }, 'lib/start.js'],
])('the entry of a package follows the rules of Node: %s', (_name, described, entry) => {
  write('rules', described, 'index.js', 'lib/start.js', 'lib/index.js');
  expect(locateBrick('../rules', settingsFile)).toBe(found('rules', entry));
});

test.each<[string, () => string, string]>([
  [
    'no folder',
    () => './nowhere',
    `there is no folder ${root}/etc/nowhere. Check the path, which starts from ${root}/etc`,
  ],
  ['a file', () => (write('odd', undefined, 'brick.js'), '../odd/brick.js'), `there is no folder ${root}/odd/brick.js`],
  [
    'no package.json',
    () => (write('bare', undefined, 'index.js'), '../bare'),
    `the folder ${root}/bare has no package.json`,
  ],
  [
    'a package.json that is no JSON',
    () => (write('torn', '{'), '../torn'),
    `${root}/torn/package.json cannot be read as JSON`,
  ],
  [
    'a package.json that is a list',
    () => (write('list', '[1]'), '../list'),
    `${root}/list/package.json cannot be read as JSON`,
  ],
  [
    'exports without an entry',
    () => (write('sub', { type, exports: { './x': './x.js' } }), '../sub'),
    `"exports" in ${root}/sub/package.json has no "."`,
  ],
  [
    'exports for require alone',
    () => (write('old', { type, exports: { require: './x.cjs' } }), '../old'),
    'has no "." that can be imported',
  ],
  [
    'not built',
    () => (write('raw', { type, exports: './dist/index.js' }, 'src/index.ts'), '../raw'),
    `its entry ${root}/raw/dist/index.js is missing. Build the brick first`,
  ],
  [
    'CommonJS',
    () => (write('cjs', { exports: './index.js' }, 'index.js'), '../cjs'),
    `its entry ${root}/cjs/index.js is not an ES module. Write "type": "module"`,
  ],
  [
    'TypeScript',
    () => (write('ts', { type, exports: './index.ts' }, 'index.ts'), '../ts'),
    'index.ts is not an ES module',
  ],
  [
    'no such package',
    () => '@acme/nowhere',
    `no package of this name is installed, neither beside the host nor in ${root}/etc. Install it`,
  ],
  ['no name', () => '', 'no package of this name is installed'],
])('a missing file is reported with its remedy: %s', (_name, write, sentence) => {
  const name = write();
  let error: unknown;
  try {
    locateBrick(name, settingsFile);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(InputError);
  expect(errorText(error)).toContain(sentence);
});

test.each([
  ['a folder that says it', () => '../kind', { type, volee: { kind: 'auth-provider' } }, 'auth-provider'],
  ['a package that the host finds', () => '@volee/cas-bridge', { type }, 'auth-provider'],
  ['a folder that says nothing', () => '../kind', { type }, undefined],
  ['a kind that does not exist', () => '../kind', { type, volee: { kind: 'login' } }, undefined],
  ['a broken package.json', () => '../kind', '{', undefined],
  ['no folder', () => './nowhere', { type }, undefined],
  ['no package', () => '@acme/nothing', { type }, undefined],
])('P11: the kind of a brick is read from its package.json, before its import: %s', (_what, name, described, kind) => {
  write('kind', described);
  expect(kindInPackage(name(), settingsFile)).toBe(kind);
});
