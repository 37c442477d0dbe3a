// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { DomainError } from '../api/errors.js';
import { SettingsError } from '../host/infra/util/settings-error.js';
import { errorMessage } from '../host/infra/util/error-message.js';
import { errorText } from '../host/infra/util/error-text.js';
import { printError } from './terminal.js';

/** `unread` is the shell's exit code for SIGPIPE: 128 + 13. */
export const EXIT = { done: 0, failed: 1, wrongUsage: 2, refused: 3, unread: 141 } as const;

/** The meaning of each exit code. */
export const EXIT_MEANINGS: Readonly<Record<number, string>> = {
  [EXIT.done]: 'done',
  [EXIT.failed]: 'a service does not answer, something is missing or faulty, or the requested state is already reached',
  [EXIT.wrongUsage]: 'the command line or the settings are invalid',
  [EXIT.refused]: 'a guard refuses, and nothing was changed',
  [EXIT.unread]: 'done, but the program that read the output ended first, as `head` does',
};

export function exitCodeOf(error: unknown): number {
  if (!(error instanceof DomainError)) return EXIT.failed;
  if (error.code === 'REFUSED') return EXIT.refused;
  return error.code === 'INVALID_SETTINGS' || error.code === 'INVALID_INPUT' ? EXIT.wrongUsage : EXIT.failed;
}

/** Prints an error: one sentence, or one line for each of several problems. Unexpected errors are printed with their stack. */
export function printFailure(error: unknown, command: Command): void {
  const printLine = (line: string): void => printError(command, line);
  if (error instanceof SettingsError) {
    const { problems } = error;
    printLine(`volee: ${problems.length === 1 ? 'one problem' : `${problems.length} problems`} in the settings:`);
    for (const problem of problems) printLine(`  ${problem}`);
    return;
  }
  if (error instanceof DomainError) printLine(`volee: ${errorText(error)}`);
  else printLine(error instanceof Error ? (error.stack ?? error.message) : errorMessage(error));
}
