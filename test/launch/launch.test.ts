// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CommandAnswer } from '../e2e/volee-command.js';
import { repositoryFolder } from '../repository/tracked-files.js';

const folder = mkdtempSync(join(tmpdir(), 'volee-launch-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A clone in which nothing is installed, with one package to install. @param engines which Node.js it needs */
function clone(engines = '>=20.19'): string {
  const place = mkdtempSync(join(folder, 'clone-'));
  cpSync(join(repositoryFolder, 'test', 'launch'), join(place, 'test', 'launch'), { recursive: true });
  const scripts = {
    start: 'node test/launch/launch.js install compile start --',
    test: 'node test/launch/launch.js install compile find lintChanges test mutate --',
  };
  const dependencies = { 'a-package': '1.0.0' };
  const json = { name: 'clone', type: 'module', engines: { node: engines }, scripts, dependencies };
  writeFileSync(join(place, 'package.json'), JSON.stringify(json));
  const packages = { '': { name: 'clone', dependencies }, 'node_modules/a-package': { version: '1.0.0' } };
  writeFileSync(join(place, 'package-lock.json'), JSON.stringify({ name: 'clone', lockfileVersion: 3, packages }));
  return place;
}

/** Runs npm as a newcomer does, with an empty cache and without waiting before it asks again. */
function npm(place: string, env: Readonly<Record<string, string>>, ...words: string[]): Promise<CommandAnswer> {
  const { NODE_OPTIONS: _ofJest, npm_config_port: _ofCaller, ...own } = process.env;
  const quick = { npm_config_fetch_retries: '0', npm_config_cache: join(place, 'cache') };
  return new Promise((resolve) => {
    execFile('npm', words, { cwd: place, env: { ...own, ...quick, ...env } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
    });
  });
}

// npm 9, which Debian 13 ships, writes `npm ERR!` and `npm WARN`; npm 10 and later write `npm error` and `npm warn`.
const INSTALLING = /^(npm (warn|WARN) .*\n)*volee: installing packages, which takes a minute the first time …\n/;

test.each([
  ['start', ''],
  ['test', 'volee: this takes about 9 min on 2 cores that nobody else uses.\n'],
])(
  'npm %s says first that it installs; without a registry npm says why, and a hint names the proxy',
  async (script, duration) => {
    const { code, stderr } = await npm(clone(), { npm_config_registry: 'http://127.0.0.1:9/' }, script);
    expect(code).toBe(1);
    // The duration depends on the machine.
    const said = stderr.replace(/about \d+ min on \d+ cores?/, 'about 9 min on 2 cores');
    expect(said).toContain(`${duration}volee: installing`);
    expect(said.replace(duration, '')).toMatch(INSTALLING);
    expect(stderr).toMatch(/npm (error|ERR!) code ECONNREFUSED/);
    expect(stderr).toMatch(/volee: The registry of packages cannot be reached\. .* npm config set proxy .*\n$/);
  },
);

test('a proxy that answers with a page is told from a registry that does not answer', async () => {
  const proxy = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Log in first</body></html>');
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const registry = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/`;
  const { code, stderr } = await npm(clone(), { npm_config_registry: registry }, 'start');
  proxy.closeAllConnections();
  proxy.close();
  expect([code, stderr]).toEqual([1, expect.stringMatching(/npm (error|ERR!) .*Unexpected token/)]);
  expect(stderr).toMatch(/volee: Something between .* answered with a web page: .*\n$/);
});

test('a full disk has a sentence', async () => {
  const place = clone();
  const fake = join(place, 'npm.js');
  writeFileSync(fake, `console.error('npm error code ENOSPC'); process.exitCode = 228;`);
  const { NODE_OPTIONS: _ofJest, ...own } = process.env;
  const run = execFile(process.execPath, [join(place, 'test/launch/launch.js'), 'install', 'compile'], {
    env: { ...own, npm_execpath: fake },
  });
  const errors: string[] = [];
  run.stderr?.on('data', (text) => errors.push(String(text)));
  const [code] = await once(run, 'close');
  expect([code, errors.join('')]).toEqual([
    228,
    expect.stringMatching(/npm error code ENOSPC\nvolee: The disk is full\. .*\n$/),
  ]);
});

test('a Node.js that is too old is told which one is needed, before anything is installed', async () => {
  const { code, stderr } = await npm(clone('>=99.1'), {}, 'start');
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^(npm (warn|WARN) .*\n)*volee: Volée needs Node\.js 99\.1 or later, and this is \d+\..*\n$/),
  ]);
});

test('an option that npm keeps to itself is told with what to type', async () => {
  const place = clone();
  const answers = await Promise.all([
    npm(place, {}, 'start', '--port', '4110'),
    npm(place, {}, 'start', '--fresh', '--port=4110'),
  ]);
  expect(answers).toEqual(
    ['npm start -- --port 4110', 'npm start -- --fresh --port 4110'].map((typed) => ({
      code: 2,
      stdout: expect.any(String),
      stderr: expect.stringMatching(new RegExp(`volee: npm keeps .* Type: ${typed}\\n$`)),
    })),
  );
});
