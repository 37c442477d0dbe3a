// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';

import { run } from '@volee/core-adapter/cli';
import type { Limits } from '@volee/core-adapter/host';

import { startServer } from '../services/server-process.js';
import type { Stoppable } from '../services/index.js';

export interface CommandAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const manifest = createRequire(import.meta.url).resolve('@volee/core-adapter/package.json');
/** The built program itself. */
export const program = join(dirname(manifest), 'bin', 'volee.js');

/** The environment of a terminal: the Node.js options of jest would silence warnings that a sysadmin sees. */
const { NODE_OPTIONS: _jestOptions, NODE_ENV: _jestEnvironment, ...environment } = process.env;

/** Runs one command of `volee` to its end, in the process of the test; a failure is an answer too. */
export function runVolee(settingsFile: string, ...words: string[]): Promise<CommandAnswer> {
  return typeVolee(['--config', settingsFile, ...words]);
}

/**
 * As `runVolee`, for all that is typed after `volee`.
 * @param input what is sent to its standard input
 * @param limits shorter ones for bricks
 */
export async function typeVolee(words: readonly string[], input = '', limits?: Limits): Promise<CommandAnswer> {
  const [stdout, stderr] = [new Written(), new Written()];
  const stdin = Readable.from(input === '' ? [] : [input]);
  const code = await run(words, { stdin, stdout, stderr }, undefined, limits);
  return { code, stdout: stdout.text, stderr: stderr.text };
}

/** Keeps the written text. */
class Written extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** As `runVolee`, by the built program in a process of its own: for tests of the process itself. */
export function runProgram(settingsFile: string, ...words: string[]): Promise<CommandAnswer> {
  return runProgramWith('', settingsFile, ...words);
}

/** As `runProgram`, with something to read on its input. */
export function runProgramWith(input: string, settingsFile: string, ...words: string[]): Promise<CommandAnswer> {
  const options = { env: environment, timeout: 30_000 };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, '--config', settingsFile, ...words], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
    ).stdin?.end(input);
  });
}

/** Starts `volee serve` in a process of its own, and resolves once it is ready. Its log is `volee.log` in `folder`. */
export function serveVolee(folder: string, settingsFile: string, publicUrl: string): Promise<Stoppable> {
  return startServer(() => ({
    name: 'volee',
    folder,
    command: process.execPath,
    args: [program, '--config', settingsFile, 'serve'],
    environment,
    ready: async () => (await fetch(`${publicUrl}/health/ready`)).ok,
  }));
}
