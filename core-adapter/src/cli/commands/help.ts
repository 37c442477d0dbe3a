// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { InputError } from '../../api/errors.js';
import { describeCommands } from '../describe-commands.js';
import { EXIT_MEANINGS } from '../exit-code.js';
import { answer } from '../global-options.js';

export function addHelpCommand(program: Command): void {
  program.helpCommand(false);
  program
    .command('help')
    .argument('[words...]', 'the words of a command, such as "sync run"')
    .description('show help about a command; with --json, list every command')
    .action((words: string[], _options: unknown, command: Command) => {
      const about = words
        .flatMap((word) => word.split(/\s+/))
        .filter(Boolean)
        .reduce(commandBelow, program);
      const reference = { commands: describeCommands(about), exitCodes: EXIT_MEANINGS };
      answer(command, reference, [about.helpInformation().trimEnd()]);
    });
}

function commandBelow(parent: Command, word: string): Command {
  const found = parent.commands.find((one) => one.name() === word);
  if (found) return found;
  throw new InputError(`There is no command "${parent.name()} ${word}".`, {
    remedy: '"volee help" lists the commands.',
  });
}
