// SPDX-License-Identifier: EUPL-1.2
import { userInfo } from 'node:os';
import type { Command } from 'commander';
import type { CommandAnswer, CommandArgument, CommandCall, CommandManifest, RunCommand } from '../../api/command.js';
import { DomainError, UnavailableError } from '../../api/errors.js';
import { SettingsError } from '../../host/infra/util/settings-error.js';
import type { AnyManifest } from '../../api/manifest.js';
import { translator } from '../../host/infra/i18n/translate.js';
import type { LoadedBrick, ReadyBrick } from '../../host/domain/bricks/loaded-brick.js';
import { answer, limitsOf, settingsOf } from '../global-options.js';
import { withHost } from '../with-host.js';
import { createLog } from '../../host/infra/util/create-log.js';
import { declareOnce } from '../declare-once.js';

/** The parts of a manifest that concern commands. */
type CommandsOf = Pick<AnyManifest, 'id' | 'commands' | 'locales'>;

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

type Schools = CommandCall['schools'];

async function runIn(named: NamedCommand, { command, ...typed }: Typed & Pick<CommandCall, 't'>): Promise<void> {
  const interrupt = new AbortController();
  const stop = (): void => interrupt.abort(new DomainError('UNAVAILABLE', 'The command was interrupted.'));
  process.once('SIGINT', stop);
  try {
    const { signal } = interrupt;
    const call = { ...typed, by: `cli:${userInfo().username}`, signal };
    const run = (bricks: readonly LoadedBrick[], schools: (brick: ReadyBrick) => Schools): Promise<CommandAnswer> => {
      const brick = readyBrick(bricks, named);
      return runnerOf(brick, named)({ ...call, schools: schools(brick) });
    };
    const { value, lines, failure } = named.settingsOnly
      ? await withBricks(command, (bricks) => run(bricks, () => noSchools))
      : await withHost(command, async (host) => {
          const { eachSchool } = await import('../../host/domain/jobs/each-school.js');
          return run(host.bricks, (brick) => () => eachSchool(host, brick, signal));
        });
    answer(command, value, lines);
    if (failure !== undefined) throw new DomainError('UNAVAILABLE', failure);
  } finally {
    process.off('SIGINT', stop);
  }
}

/** For commands that need the settings only. */
const noSchools: Schools = () => {
  throw new UnavailableError('There are no schools here: the manifest says that this command needs the settings only.');
};

/** @throws UnavailableError when the brick is not running */
function readyBrick(bricks: readonly LoadedBrick[], { id, name }: NamedCommand): ReadyBrick {
  const brick = bricks.find((one) => one.id === id);
  if (brick?.state === 'ready') return brick;
  if (!brick) throw notRegistered(id, name);
  const { cause, remedy, problems } = brick;
  throw problems ? new SettingsError(problems) : new UnavailableError(cause, { remedy });
}

/** @throws UnavailableError when the brick has no such command */
function runnerOf({ id, commands }: ReadyBrick, { name }: NamedCommand): RunCommand {
  const run = commands.get(name);
  if (!run) throw notRegistered(id, name);
  return run;
}

function notRegistered(id: string, name: string): UnavailableError {
  return new UnavailableError(`The brick ${id} did not register the command "volee ${name}".`);
}

/** Activates the bricks, runs the work, and disposes of them. It needs no database, so it works before one exists. */
async function withBricks<R>(command: Command, work: (bricks: readonly LoadedBrick[]) => Promise<R>): Promise<R> {
  const settings = await settingsOf(command);
  const { activateForChecks } = await import('../../host/app/doctor/activate-for-checks.js');
  const declared = (await declareOnce(command, settings)).soFar();
  const { bricks, dispose } = await activateForChecks(declared, {
    clock: { now: () => new Date() },
    log: createLog('silent'),
    publicUrl: settings.server.publicUrl,
    limits: limitsOf(command),
  });
  try {
    return await work(bricks);
  } finally {
    await dispose();
  }
}
