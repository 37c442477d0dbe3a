// SPDX-License-Identifier: EUPL-1.2
import { createInterface } from 'node:readline';
import type { ReadStream } from 'node:tty';

/** Where a question is asked and answered. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & Partial<Pick<ReadStream, 'isTTY'>>;
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

export const OWN_TERMINAL: Terminal = { input: process.stdin, output: process.stdout };

/** Whether somebody sits at both ends. */
export function isTerminal({ input, output }: Terminal): boolean {
  return (input.isTTY ?? false) && (output.isTTY ?? false);
}

/** Asks a question that only `y` or `yes` (or `o`, `oui`) answers with yes. Ctrl+C and the end of the input are no. */
export async function askYes(question: string, { input, output }: Terminal = OWN_TERMINAL): Promise<boolean> {
  const lines = createInterface({ input, output, terminal: false });
  output.write(`${question} [y/N] `);
  const answer = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  lines.close();
  return /^(y|yes|o|oui)$/i.test(answer.trim());
}
