// SPDX-License-Identifier: EUPL-1.2
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { InputError } from '../api/errors.js';
import type { Terminal } from './terminal.js';

/**
 * Reads a password from the terminal without showing it or, without a terminal, the first line of the input. The
 * password is never an argument, which other users of the machine could see.
 * @throws InputError when no password is given
 */
export function readPassword(
  login: string,
  { stdin: input, stderr: prompt }: Pick<Terminal, 'stdin' | 'stderr'>,
): Promise<string> {
  const terminal = input.isTTY ?? false;
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: unseen, terminal, historySize: 0 });
  if (terminal) prompt.write(`Password of ${login} at the SSO: `);
  return new Promise<string>((resolve, reject) => {
    lines.once('line', (line) => (line === '' ? lines.close() : resolve(line)));
    lines.once('SIGINT', () => lines.close());
    lines.once('close', () =>
      reject(
        new InputError(`No password was given for ${login}.`, { remedy: 'Type it, or send it as one line on stdin.' }),
      ),
    );
  }).finally(() => {
    lines.close();
    if (terminal) prompt.write('\n');
  });
}
