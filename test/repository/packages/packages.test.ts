// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { freePort } from '../../services/free-port.js';
import { startServer } from '../../services/server-process.js';
import { textOf } from '../tracked-files.js';
import { installPackages, packPackages, publishedFolders, run, terminal } from './install-packages.js';
import { packageFaults, type Manifest } from './package-faults.js';

const RELATIVE = /(?:from|import\(?)\s*['"](\.[^'"]+)['"]/g;

const place = mkdtempSync(join(tmpdir(), 'volee-packages-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const [tarballs, installed] = [join(place, 'tarballs'), join(place, 'installed')];
[tarballs, installed].forEach((folder) => mkdirSync(folder));

const folders = publishedFolders();
const packages = packPackages(folders, tarballs);

describe('a package', () => {
  test('each holds what it runs with, its licence and its address, and nothing of the tests', () => {
    expect(folders).toEqual(expect.arrayContaining(['core-adapter', 'cas-bridge', 'plugins/messaging']));
    const faults = packages.flatMap(({ folder, manifest, files }) =>
      packageFaults(manifest, files, folder).map((fault) => `${folder} ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  const whole = ['LICENSE', 'README.md', 'package.json', 'dist/index.js', 'dist/index.d.ts'];
  const manifest: Manifest = {
    name: '@volee/agenda',
    repository: { url: 'git+https://forge.example.org/volee/volee.git', directory: 'plugins/agenda' },
    exports: { '.': { 'volee-source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' } },
  };
  const without = (name: string): string[] => whole.filter((file) => file !== name);
  const { repository: _none, ...homeless } = manifest;
  const host = { ...manifest, name: '@volee/core-adapter' };

  test.each<[string, string[], Manifest, string[]]>([
    ['nothing', whole, manifest, []],
    ['a licence that is missing', without('LICENSE'), manifest, ['lacks LICENSE']],
    ['a missing README', without('README.md'), manifest, ['lacks README.md']],
    ['a missing entry', without('dist/index.d.ts'), manifest, ['lacks dist/index.d.ts, which its package.json names']],
    ['no address', whole, homeless, ['names no "repository" with the directory plugins/agenda']],
    ['a test', [...whole, 'dist/a.test.js'], manifest, ['holds a test: dist/a.test.js']],
    ['the types of a test', [...whole, 'dist/a.test.d.ts'], manifest, ['holds a test: dist/a.test.d.ts']],
    ['a helper', [...whole, 'dist/a-for-tests.js'], manifest, ['holds a helper of tests: dist/a-for-tests.js']],
    ['a folder of helpers', [...whole, 'dist/testing/a.js'], manifest, ['holds a helper of tests: dist/testing/a.js']],
    ['build info', [...whole, 'dist/.tsbuildinfo'], manifest, ['holds a note of the compiler: dist/.tsbuildinfo']],
    ['a map', [...whole, 'dist/index.js.map'], manifest, ['holds a map without its source: dist/index.js.map']],
    ['the kit of the host: nothing', [...whole, 'dist/testing/a.js', 'template/a.test.ts'], host, []],
    ['a test of the kit', [...whole, 'dist/testing/a.test.js'], host, ['holds a test: dist/testing/a.test.js']],
  ])('of one with %s this finds the fault', (_, files, itsManifest, faults) => {
    expect(packageFaults(itsManifest, files, 'plugins/agenda')).toEqual(faults);
  });

  test('the licence in each folder is the text of the repository', () => {
    // npm packs no file from outside the folder of a package.
    expect(folders.filter((folder) => textOf(`${folder}/LICENSE`) !== textOf('LICENSE'))).toEqual([]);
  });
});

describe('installed in an empty folder', () => {
  const program = join(installed, 'node_modules/@volee/core-adapter/bin/volee.js');
  const settings = join(installed, 'volee.yaml');
  const volee = (...words: string[]): string =>
    run(process.execPath, [program, '--config', settings, ...words], installed);

  beforeAll(() => installPackages(packages, installed));

  test('each package is imported with no other dependency than those it names', () => {
    const names = [...packages.map(({ manifest }) => manifest.name), '@volee/core-adapter/testing'];
    const script = names.map((name) => `await import(${JSON.stringify(name)});`).join('\n');
    expect(run(process.execPath, ['--input-type=module', '--eval', script], installed)).toBe('');
  });

  test('code and types import no file that was left out of the package', () => {
    const broken = packages.flatMap(({ manifest, files }) =>
      brokenImports(join(installed, 'node_modules', manifest.name), files).map((found) => `${manifest.name}: ${found}`),
    );
    expect(broken).toEqual([]);
  });

  test('a host starts with one brick, and serves its style sheet', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const written = {
      server: { publicUrl: url, listen: url.replace('http://', '') },
      database: { url: `sqlite:${join(installed, 'volee.sqlite')}` },
      session: { secret: 'a secret that only tests know, 32+ characters' },
      storage: { url: `file:${join(installed, 'files')}` },
      bricks: { '@volee/livret-bridge': {} },
    };
    writeFileSync(settings, JSON.stringify(written));
    volee('db', 'migrate');
    const host = await startServer(() => ({
      name: 'volee',
      folder: installed,
      command: process.execPath,
      args: [program, '--config', settings, 'serve'],
      environment: terminal,
      ready: async () => (await fetch(`${url}/health/ready`)).ok,
    }));
    try {
      const ready = await fetch(`${url}/health/ready`);
      expect(await ready.json()).toMatchObject({ status: 'ok', bricks: { ready: 1, failed: [] } });
      expect((await fetch(`${url}/assets/livret-bridge/ticks.js`)).status).toBe(200);
    } finally {
      await host.stop();
    }
  });

  test('its command makes a brick with a licence', () => {
    volee('brick', 'new', 'agenda');
    expect(readFileSync(join(installed, 'agenda', 'LICENSE'), 'utf8')).toBe(textOf('LICENSE'));
  });
});

/** The imports of compiled files and their types that lead to no file of the package, as `dist/a.js imports ./b.js`. */
function brokenImports(home: string, files: readonly string[]): string[] {
  const packed = new Set(files);
  return files
    .filter((file) => /^dist\/.+(\.js|\.d\.ts)$/.test(file))
    .flatMap((file) =>
      importsIn(readFileSync(join(home, file), 'utf8'))
        .filter((path) => !packed.has(targetOf(file, path)))
        .map((path) => `${file} imports ${path}`),
    );
}

function importsIn(code: string): string[] {
  return [...code.matchAll(RELATIVE)].map(([, path = '']) => path);
}

/** Types import the compiled file, and mean the types beside it. */
function targetOf(file: string, path: string): string {
  const target = posix.join(posix.dirname(file), path);
  return file.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target;
}
