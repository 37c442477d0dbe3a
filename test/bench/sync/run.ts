// SPDX-License-Identifier: EUPL-1.2
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs a program to its end, and returns its output. @throws Error with its complaint */
export async function run(program: string, words: readonly string[]): Promise<string> {
  const { stdout } = await execute(program, [...words], { encoding: 'utf8', maxBuffer: 2 ** 20 });
  return stdout;
}

/** Runs a line of a shell, with programs that write to and read from files. Returns the seconds that it took. */
export async function timeShell(line: string): Promise<number> {
  const begun = performance.now();
  await run('/bin/sh', ['-c', line]);
  return (performance.now() - begun) / 1000;
}
