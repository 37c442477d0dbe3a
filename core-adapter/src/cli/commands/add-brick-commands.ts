// SPDX-License-Identifier: EUPL-1.2
import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { CommandAnswer, CommandArgument, CommandCall, CommandManifest, RunCommand } from '../../api/command.js';
import { DomainError, SettingsError, UnavailableError } from '../../api/errors.js';
import type { Manifest } from '../../api/manifest.js';
import { translator } from '../../host/infra/i18n/translate.js';
import type { LoadedBrick } from '../../host/domain/bricks/loaded-brick.js';
import { answer } from '../global-options.js';
import { withBricks } from '../with-bricks.js';
import { withHost } from '../with-host.js';

/** The parts of a manifest that concern commands. */
type CommandsOf = Pick<Manifest, 'id' | 'commands' | 'locales'>;

/** Adds the commands of a brick. A command with a name that is already taken is left out. */
export function addBrickCommands({ id, commands = {}, locales }: CommandsOf, program: Command): void {
  const t = translator(locales, 'en', false);
  for (const [name, command] of Object.entries(commands)) {
    const [noun = '', verb] = name.split(' ');
    const known = program.commands.find((one) => one.name() === noun);
    if (verb === undefined) {
      if (!known) addCommand(program, noun, command, (typed) => runIn({ id, name, ...command }, { ...typed, t }));
      continue;
    }
    if (known?.registeredArguments.length || known?.commands.some((one) => one.name() === verb)) continue;
    const parent = known ?? program.command(noun).description(`commands of the brick ${id}`);
    addCommand(parent, verb, command, (typed) => runIn({ id, name, ...command }, { ...typed, t }));
  }
}

type Run = (typed: Typed) => Promise<void>;

interface Typed {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | true>>;
  readonly command: Command;
}

function addCommand(
  parent: Command,
  name: string,
  { summary, arguments: words = [], options = [] }: CommandManifest,
  run: Run,
): void {
  const command = parent.command(name).description(summary);
  for (const word of words) command.argument(usageOf(word), word.description);
  for (const { flags, description, required = false } of options) {
    if (required) command.requiredOption(flags, description);
    else command.option(flags, description);
  }
  command.action(() =>
    run({
      words: command.processedArgs.flat().filter((word): word is string => typeof word === 'string'),
      options: Object.fromEntries(
        command.options.flatMap((option): [string, string | true][] => {
          const value: unknown = command.getOptionValue(option.attributeName());
          return typeof value === 'string' || value === true ? [[option.name(), value]] : [];
        }),
      ),
      command,
    }),
  );
}

function usageOf({ name, required = false, variadic = false }: CommandArgument): string {
  const word = variadic ? `${name}...` : name;
  return required ? `<${word}>` : `[${word}]`;
}

interface NamedCommand extends Pick<CommandManifest, 'settingsOnly'> {
  readonly id: string;
  readonly name: string;
}

async function runIn(named: NamedCommand, { command, ...typed }: Typed & Pick<CommandCall, 't'>): Promise<void> {
  const interrupt = new AbortController();
  const stop = (): void => interrupt.abort(new DomainError('UNAVAILABLE', 'The command was interrupted.'));
  process.once('SIGINT', stop);
  try {
    const call = { ...typed, by: `cli:${userInfo().username}`, signal: interrupt.signal };
    const run = (bricks: readonly LoadedBrick[]): Promise<CommandAnswer> => runnerOf(bricks, named)(call);
    const { value, lines } = named.settingsOnly
      ? await withBricks(command, run)
      : await withHost(command, ({ bricks }) => run(bricks));
    answer(command, value, lines);
  } finally {
    process.off('SIGINT', stop);
  }
}

/** @throws UnavailableError when the brick is not running */
function runnerOf(bricks: readonly LoadedBrick[], { id, name }: NamedCommand): RunCommand {
  const brick = bricks.find((one) => one.id === id);
  if (brick?.state === 'failed') {
    const { cause, remedy, problems } = brick;
    throw problems ? new SettingsError(problems) : new UnavailableError(cause, { remedy });
  }
  const run = brick?.commands.get(name);
  if (!run) throw new UnavailableError(`The brick ${id} did not register the command "volee ${name}".`);
  return run;
}
