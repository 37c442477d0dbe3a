// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { printLine } from '../terminal.js';

export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('start the host with its own ENVOLE (SSO, directory, three sample schools), on this machine only')
    .option('--fresh', 'delete the data of earlier demos')
    .option('--port <port>', 'port of the host; the SSO and the directory use the next two', portOf, 3000)
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
