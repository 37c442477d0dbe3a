// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { printLine } from '../terminal.js';

export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('an ENVOLE of its own (SSO, directory, three sample schools) and the host, on this machine alone')
    .option('--fresh', 'forget what was done before')
    .option('--port <port>', 'of the host; the SSO and the directory take the two that follow', portOf, 3000)
    .action(async ({ fresh = false, port }: { fresh?: boolean; port: number }, command: Command) => {
      const { runDemo } = await import('../demo/run-demo.js');
      await runDemo({ fresh, port, print: (line) => printLine(command, line) });
    });
}

function portOf(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1024 || value > 65_000)
    throw new InvalidArgumentError('A port from 1024 to 65000.');
  return value;
}
