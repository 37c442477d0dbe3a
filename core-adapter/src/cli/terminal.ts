// SPDX-License-Identifier: EUPL-1.2
import type { Command, OutputConfiguration } from 'commander';

/** The streams of a command: `process`, or the streams of a test. */
export interface Terminal {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
}

export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** The width of help when the terminal has no width; commander's default. */
const HELP_WIDTH = 80;

/** Directs the output of a program to a terminal. Its commands inherit this (commander, `configureOutput`). */
export function outputTo({ stdout, stderr }: Terminal): OutputConfiguration {
  return {
    writeOut: (text) => void stdout.write(text),
    writeErr: (text) => void stderr.write(text),
    getOutHelpWidth: () => stdout.columns ?? HELP_WIDTH,
    getErrHelpWidth: () => stderr.columns ?? HELP_WIDTH,
  };
}

/** The standard error of a command, for a log. */
export function errorStream(command: Command): { write(text: string): void } {
  return { write: (text) => command.configureOutput().writeErr?.(text) };
}

/** Writes one line to the standard output of a command. */
export function printLine(command: Command, line: string): void {
  command.configureOutput().writeOut?.(`${line}\n`);
}

/** Writes one line to the standard error of a command. */
export function printError(command: Command, line: string): void {
  command.configureOutput().writeErr?.(`${line}\n`);
}
