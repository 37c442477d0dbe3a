// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryFolder } from '../repository/tracked-files.js';
import { FAULTY_FILES } from './faulty-files.js';

interface Report {
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly message: string }[];
}

/** Jest begins with the largest files: these run one after the other, before a fault ends the process. */
const largest = (place: number): string => `// ${'x'.repeat(20_000 - place * 5_000)}\n`;

const SOUND_FILES = {
  'holds-much': `${largest(0)}describe('a block', () => {
    const held = { host: 'of a test' };
    process.held = new WeakRef(held);
    test('holds an object', () => expect(held.host).toBe('of a test'));
  });`,
  // Promises of the file before may still be on their way.
  'runs-between': `${largest(1)}test('runs between two files', () => expect(process.held).toBeDefined());`,
  'finds-memory-free': `${largest(2)}import { setFlagsFromString } from 'node:v8';
  import { runInNewContext } from 'node:vm';
  test('nothing keeps what the tests of another file held', () => {
    setFlagsFromString('--expose-gc');
    runInNewContext('gc')();
    expect(process.held.deref()).toBeUndefined();
  });`,
  'finds-nothing-left': `test('nothing of other files is here', () => {
    expect(process.env).not.toHaveProperty('VOLEE_LEFT');
    expect(process.env).not.toHaveProperty('NODE_OPTIONS');
    expect(globalThis).not.toHaveProperty('left');
    expect(String(fetch)).not.toContain('replaced');
  });`,
  'own-process': `/** @own-process */
  test('no other file has run in this process', () => {
    expect(process.uptime()).toBeLessThan(30);
  });`,
};

const folder = mkdtempSync(join(tmpdir(), 'volee-native-'));
afterAll(() => rmSync(folder, { recursive: true }));
const outcomes = await runJest();

/** Runs all files in one process, as long as it lives. @returns the status and the message of each file, by name */
async function runJest(): Promise<ReadonlyMap<string, { status: string; message: string }>> {
  const native = (name: string): string => join(repositoryFolder, 'test', 'native', name);
  const config = {
    rootDir: folder,
    runtime: native('runtime.js'),
    testEnvironment: native('environment.js'),
    // Nothing that faulty files leave behind closes by itself, however long jest waits.
    testEnvironmentOptions: { grace: 500 },
    extensionsToTreatAsEsm: ['.ts'],
    testMatch: ['**/*.test.ts'],
    transform: {},
    maxWorkers: 1,
    workerIdleMemoryLimit: '1GB',
  };
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
  for (const [name, { text }] of Object.entries(FAULTY_FILES)) writeFileSync(join(folder, `${name}.test.ts`), text);
  for (const [name, text] of Object.entries(SOUND_FILES)) writeFileSync(join(folder, `${name}.test.ts`), text);
  const report = join(folder, 'report.json');
  const words = [join(repositoryFolder, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${report}`];
  const env = { ...process.env, FORCE_COLOR: '0', NODE_OPTIONS: `--import=${native('register.js')} --no-warnings` };
  await new Promise((resolve) => execFile(process.execPath, words, { cwd: folder, env }, resolve));
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  return new Map(
    testResults.map(({ name, status, message }) => [
      name.slice(folder.length + 1, -'.test.ts'.length),
      { status, message },
    ]),
  );
}

test.each(Object.entries(FAULTY_FILES))('a test file with the fault "%s" fails, with its reason', (name, { says }) => {
  expect(outcomes.get(name)).toMatchObject({ status: 'failed', message: expect.stringMatching(says) as string });
});

test.each(Object.keys(SOUND_FILES))('a sound test file, "%s", passes beside faulty ones', (name) => {
  expect(outcomes.get(name)).toMatchObject({ status: 'passed', message: '' });
});
