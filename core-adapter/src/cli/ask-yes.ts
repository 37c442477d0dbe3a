// SPDX-License-Identifier: EUPL-1.2
import { createInterface } from 'node:readline';
import type { Terminal } from './terminal.js';

/** The streams for a question and its answer. */
type Ends = Pick<Terminal, 'stdin' | 'stdout'>;

/** Whether input and output are both a terminal. */
export function isTerminal({ stdin, stdout }: Ends): boolean {
  return (stdin.isTTY ?? false) && (stdout.isTTY ?? false);
}

/** Asks a question. Only `y`, `yes`, `o` and `oui` mean yes; Ctrl+C and the end of the input mean no. */
export async function askYes(question: string, { stdin, stdout }: Ends): Promise<boolean> {
  const lines = createInterface({ input: stdin, output: stdout, terminal: false });
  stdout.write(`${question} [y/N] `);
  const answer = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  lines.close();
  return /^(y|yes|o|oui)$/i.test(answer.trim());
}
