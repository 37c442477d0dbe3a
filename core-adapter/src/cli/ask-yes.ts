// SPDX-License-Identifier: EUPL-1.2
import { createInterface } from 'node:readline';
import type { Terminal } from './terminal.js';

/** Where a question is asked and answered. */
type Ends = Pick<Terminal, 'stdin' | 'stdout'>;

/** Whether somebody sits at both ends. */
export function isTerminal({ stdin, stdout }: Ends): boolean {
  return (stdin.isTTY ?? false) && (stdout.isTTY ?? false);
}

/** Asks a question that only `y` or `yes` (or `o`, `oui`) answers with yes. Ctrl+C and the end of the input are no. */
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
