// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';

/** The number of characters that are kept of a program's output. */
const KEPT = 20_000;

/**
 * Runs a program to its end. Ctrl+C reaches it too, since it is in the same terminal: it decides when to stop.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, keepsErrors?: boolean }} [options] `keepsErrors`: standard error is shown and also returned
 * @returns {Promise<{ code: number, errors: string }>}
 */
export function run(command, words, { env = process.env, cwd = '.', keepsErrors = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { env, cwd, stdio: ['inherit', 'inherit', keepsErrors ? 'pipe' : 'inherit'] });
    let errors = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      process.stderr.write(text);
      errors = (errors + text).slice(-KEPT);
    });
    const stay = () => undefined;
    const pass = () => child.kill('SIGTERM');
    process.on('SIGINT', stay).on('SIGTERM', pass);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', stay).off('SIGTERM', pass);
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 1), errors });
    });
  });
}

/** npm as it was called, so that packages come from the same registry by the same proxy. */
export function runNpm(words, options) {
  const program = process.env.npm_execpath;
  return program === undefined ? run('npm', words, options) : run(process.execPath, [program, ...words], options);
}
