// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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

/** As a terminal has it: what jest asks of Node would silence warnings that a sysadmin sees. */
const { NODE_OPTIONS: _jestOptions, NODE_ENV: _jestEnvironment, ...environment } = process.env;

/** Runs one command of the built `volee` to its end, as a sysadmin does; a failure is an answer too. */
export function runVolee(settingsFile: string, ...words: string[]): Promise<CommandAnswer> {
  return runVoleeWith('', settingsFile, ...words);
}

/** The same, with something to read on its input. */
export function runVoleeWith(input: string, settingsFile: string, ...words: string[]): Promise<CommandAnswer> {
  const options = { env: environment, timeout: 30_000 };
  return new Promise((resolve) => {
    const run = execFile(
      process.execPath,
      [program, '--config', settingsFile, ...words],
      options,
      (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout: out, stderr: err });
      },
    );
    run.stdin?.end(input);
  });
}

/** `volee serve` in a process of its own, once it is ready. Its log is `volee.log` in `folder`. */
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
