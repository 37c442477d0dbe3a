// SPDX-License-Identifier: EUPL-1.2
import type { Command, Argument, Option } from 'commander';
import { InputError } from '../../api/errors.js';
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

interface CommandDescription {
  /** The command as it is typed, without arguments: `volee sync run`. */
  readonly name: string;
  readonly description: string;
  readonly arguments: readonly ParameterDescription[];
  readonly options: readonly OptionDescription[];
}

interface ParameterDescription {
  /** The argument as help shows it: `<uai>`, `[words...]`. */
  readonly name: string;
  readonly description: string;
}

interface OptionDescription extends ParameterDescription {
  readonly required: boolean;
  readonly default?: unknown;
}

/** Every command with an action, in the order of help, the program itself first. */
function describeCommands(command: Command, parents: readonly string[] = []): CommandDescription[] {
  const names = [...parents, command.name()];
  const inner = command.commands.flatMap((one) => describeCommands(one, names));
  if (parents.length > 0 && command.commands.length > 0) return inner;
  const own = {
    name: names.join(' '),
    description: command.description(),
    arguments: command.registeredArguments.map(describeArgument),
    options: command.options.filter(({ hidden }) => !hidden).map(describeOption),
  };
  return [own, ...inner];
}

function describeArgument(argument: Argument): ParameterDescription {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return { name: argument.required ? `<${name}>` : `[${name}]`, description: argument.description };
}

function describeOption({ flags, description, mandatory, defaultValue }: Option): OptionDescription {
  const value = defaultValue as unknown;
  return { name: flags, description, required: mandatory, ...(value === undefined ? {} : { default: value }) };
}
