// SPDX-License-Identifier: EUPL-1.2
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { repositoryFolder } from '../repository/tracked-files.js';

interface FaultyFile {
  readonly text: string;
  /** The message with which jest fails the file. */
  readonly says: RegExp;
}

const startsNothing = '/**\n * @own-process\n * @jest-environment-options {"startsNothing": true}\n */';
const adapter = pathToFileURL(join(repositoryFolder, 'core-adapter/package.json')).href;

/** Test files by name, each with one fault. */
export const FAULTY_FILES: Readonly<Record<string, FaultyFile>> = {
  'wrong-value': {
    text: `    interface Point { readonly x: number }
    const point: Point = { x: 1 };
    test('compares', () => {
      expect(point).toEqual({ x: 2 });
    });`,
    says: /Received[\s\S]*> 4 \|.*toEqual[\s\S]*wrong-value\.test\.ts:4:21/,
  },
  'late-throw': {
    text: `    test('waits', async () => {
      setTimeout(() => { throw new Error('thrown late'); }, 1);
      await new Promise((done) => setTimeout(done, 50));
    });`,
    says: /thrown late[\s\S]*> 2 \|/,
  },
  'lost-rejection': {
    text: `    test('loses', async () => {
      void Promise.reject(new Error('nobody waits'));
      await new Promise((done) => setTimeout(done, 50));
    });`,
    says: /nobody waits[\s\S]*> 2 \|/,
  },
  'time-limit': {
    text: `test('never ends', () => new Promise(() => undefined), 50);`,
    says: /Exceeded timeout of 50 ms/,
  },
  'too-few-assertions': {
    text: `test('checks once', () => { expect.assertions(2); expect(1).toBe(1); });`,
    says: /Expected two assertions to be called but received one/,
  },
  'faulty-end': {
    text: `afterAll(() => { throw new Error('the end fails'); }); test('passes', () => undefined);`,
    says: /the end fails/,
  },
  'missing-import': {
    text: `import './not-there.js'; test('is never run', () => undefined);`,
    says: /Cannot find module '.*not-there\.js' imported from .*missing-import\.test\.ts/,
  },
  'wrong-syntax': {
    text: `test('is never run', () => { const = 1; });`,
    says: /wrong-syntax\.test\.ts[\s\S]*const = 1/,
  },
  'ends-process': {
    text: `test('ends', () => { process.exit(0); });`,
    says: /A test file must not end its process, and process\.exit\(0\) was called/,
  },
  'kills-process': {
    text: `test('kills', () => { process.kill(process.pid, 'SIGKILL'); });`,
    says: /terminated by another process: signal=SIGKILL/,
  },
  'changes-environment': {
    text: `test('sets', () => { process.env['VOLEE_LEFT'] = 'yes'; });`,
    says: /left behind: process\.env\.VOLEE_LEFT\. Undo it in afterAll/,
  },
  'changes-global': {
    text: `test('replaces', () => { globalThis.fetch = () => Promise.reject(new Error('replaced')); });`,
    says: /left behind: globalThis\.fetch\./,
  },
  'adds-global': {
    text: `test('adds', () => { Object.assign(globalThis, { left: true }); });`,
    says: /left behind: globalThis\.left\./,
  },
  'leaves-timer': {
    text: `test('waits for an hour', () => { setTimeout(() => undefined, 3_600_000); });`,
    says: /left behind: 1 Timeout\./,
  },
  'leaves-port': {
    text: `import { createServer } from 'node:net'; test('listens', () => { createServer().listen(0, '127.0.0.1'); });`,
    says: /left behind: 1 TCPServerWrap\./,
  },
  'leaves-listener': {
    text: `test('listens', () => { process.on('SIGTERM', () => undefined); });`,
    says: /left behind: listeners of process for "SIGTERM"\./,
  },
  'holds-memory': {
    text: `    const held: Buffer[] = [];
    test('grows', () => { for (let i = 0; i < 160; i += 1) held.push(Buffer.alloc(10 * 2 ** 20, 1)); });`,
    says: /left behind: 16\d\d MB of memory\./,
  },
  'unit-port': {
    text: `${startsNothing}
    import { createServer } from 'node:http';
    test('listens', () => { createServer().listen(0); });`,
    says: /This file is a unit test and opens a port/,
  },
  'unit-program': {
    text: `${startsNothing}
    import { execFileSync } from 'node:child_process';
    test('starts', () => { execFileSync('true'); });`,
    says: /This file is a unit test and starts a program/,
  },
  'unit-database': {
    text: `${startsNothing}
    import { createRequire } from 'node:module';
    const Database = createRequire('${adapter}')('libsql');
    test('opens', () => { new Database(':memory:'); });`,
    says: /This file is a unit test and opens a database/,
  },
};
