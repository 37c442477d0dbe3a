// SPDX-License-Identifier: EUPL-1.2
import type { Argument, Command, Option } from 'commander';

export interface CommandDescription {
  /** The command as it is typed, without arguments: `volee sync run`. */
  readonly name: string;
  readonly description: string;
  readonly arguments: readonly ParameterDescription[];
  readonly options: readonly OptionDescription[];
}

export interface ParameterDescription {
  /** The argument as help shows it: `<uai>`, `[words...]`. */
  readonly name: string;
  readonly description: string;
}

export interface OptionDescription extends ParameterDescription {
  readonly required: boolean;
  readonly default?: unknown;
}

/** Every command with an action, in the order of help, the program itself first. */
export function describeCommands(command: Command, parents: readonly string[] = []): CommandDescription[] {
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
