// SPDX-License-Identifier: EUPL-1.2
import { Option, type Command } from 'commander';
import { ConflictError } from '../../api/errors.js';
import { PROFILES, type School } from '../../api/people.js';
import type { ActivationChoice } from '../../host/domain/activation/activation-choice.js';
import { inForce } from '../../host/domain/activation/activation-rule.js';
import { readChoice } from '../../host/domain/activation/read-choice.js';
import { servedProfiles } from '../../host/domain/activation/served-profiles.js';
import { CLI } from '../../host/domain/audit/actors.js';
import type { Host } from '../../host/app/boot-host.js';
import type { LoadedBrick } from '../../host/domain/bricks/loaded-brick.js';
import { chooseSchools, schoolOptionsProblem, type SchoolOptions } from '../brick-switch/choose-schools.js';
import { previewOfDisabling, previewOfEnabling, type Preview } from '../brick-switch/preview.js';
import {
  switchBrick,
  type Change,
  type Done,
  type SwitchCommand,
  type SwitchOptions,
} from '../brick-switch/switch-brick.js';
import { findBrick, findBrickOrRules } from '../find-brick.js';
import { ruleContext, ruleData, ruleWords } from './rule-words.js';
import type { Terminal } from '../terminal.js';
import { withHost } from '../with-host.js';

type DisableOptions = SchoolOptions & SwitchOptions;

interface EnableOptions extends DisableOptions {
  readonly profile: readonly string[];
  readonly group: readonly string[];
  readonly from?: string;
  readonly until?: string;
}

const ENABLE_NOTES = `
Without --profile the brick is on for every profile that holds one of its permissions.
A class is its pupils, their guardians and its teachers; --group does not restrict heads and staff. Earlier rules stay.
On a terminal, the command lists the persons that get the brick and asks for confirmation.`;

export function addBrickSwitchCommands(brick: Command, terminal: Terminal): void {
  withSchools(brick.command('enable'))
    .option(
      '--profile <profile>',
      'only for a profile: pupil, guardian, teacher, head, staff; may be repeated',
      more,
      [],
    )
    .option(
      '--group <group>',
      'of pupils, guardians and teachers, only those of a class or group, by its name or id; may be repeated',
      more,
      [],
    )
    .option('--from <day>', "the first day, as 2027-11-30, in the school's time zone (otherwise from now on)")
    .option('--until <day>', 'the last day, included (otherwise until it is switched off)')
    .description('switch a brick on in schools, for all its profiles or as the options say')
    .addHelpText('after', ENABLE_NOTES)
    .action((id: string, options: EnableOptions, command: Command) => {
      checkSchools(options, command);
      return withHost(command, (host) => enable(host, id, options, { command, terminal }));
    });

  withSchools(brick.command('disable'))
    .description('switch a brick off in schools, including future rules; no data is erased')
    .addHelpText(
      'after',
      '\nOn a terminal, the command lists the persons that lose the brick and asks for confirmation.',
    )
    .action((id: string, options: DisableOptions, command: Command) => {
      checkSchools(options, command);
      return withHost(command, (host) => disable(host, id, options, { command, terminal }));
    });
}

function withSchools(command: Command): Command {
  return command
    .argument('<id>', 'the id of the brick')
    .option('--school <uai>', 'the school; may be repeated', more, [])
    .option('--all', 'in every school with persons')
    .addOption(
      new Option('--kind <kind>', 'in every school of a kind, primary or college').choices(['primary', 'college']),
    )
    .option('--dry-run', 'only list the persons that would get or lose the brick, by school and profile')
    .option('--yes', 'do not ask');
}

/** @throws CommanderError, as for any invalid option */
function checkSchools(options: SchoolOptions, command: Command): void {
  const problem = schoolOptionsProblem(options);
  if (problem !== undefined) command.error(`error: ${problem}`);
}

async function enable(host: Host, id: string, options: EnableOptions, typed: SwitchCommand): Promise<void> {
  const brick = findBrick(host, id);
  const chosen = await chooseSchools(host.directory, options);
  // Every school is read before any is changed: a class that is missing in one school must leave all schools unchanged.
  const changes: Change[] = [];
  for (const school of chosen.schools) {
    const choice = await choiceIn(host, brick, school, options);
    const preview = await previewOfEnabling(host, brick, school, choice);
    changes.push({ preview, run: () => enableIn(host, id, preview, choice) });
  }
  await switchBrick({ ...chosen, id, verb: 'get', changes }, options, typed);
}

async function choiceIn(
  host: Host,
  brick: LoadedBrick,
  school: School,
  { profile, group, from, until }: EnableOptions,
): Promise<ActivationChoice> {
  const groups = group.length === 0 ? [] : await host.directory.groups(school.uai);
  const served = servedProfiles(brick);
  const choice = readChoice(
    { profiles: profile, groups: group, from, until },
    { school, groups, served, now: host.clock.now() },
  );
  // A rule without profiles would apply to everybody, including profiles without any permission of the brick.
  const isForAll = profile.length > 0 || served.length === PROFILES.length;
  return isForAll ? choice : { ...choice, profiles: served };
}

async function enableIn(host: Host, id: string, preview: Preview, choice: ActivationChoice): Promise<Done> {
  const { school, seen } = preview;
  const rule = await host.activations.enable(school.uai, id, CLI, choice, seen);
  const context = await ruleContext(host, school, [rule]);
  const on = inForce(rule, context.now);
  return {
    data: { id, school: school.uai, on, rule: ruleData(rule, context) },
    line: `${id} ${on ? 'is' : 'will be'} on in ${school.uai}: ${ruleWords(rule, context)}.`,
  };
}

async function disable(host: Host, id: string, options: DisableOptions, typed: SwitchCommand): Promise<void> {
  // This includes bricks that left the settings: their rules would apply again when they return.
  const brick = await findBrickOrRules(host, id);
  const chosen = await chooseSchools(host.directory, options);
  const every: Preview[] = [];
  for (const school of chosen.schools) every.push(await previewOfDisabling(host, brick, id, school));
  // With --all and --kind, schools where the brick is off are left out of the output.
  const previews = options.school.length > 0 ? every : every.filter(({ isOff }) => !isOff);
  if (previews.length === 0) throw new ConflictError(`${id} is already off in each of these schools.`);
  const changes = previews.map((preview) => ({ preview, run: () => disableIn(host, id, preview) }));
  await switchBrick({ ...chosen, id, verb: 'lose', changes }, options, typed);
}

async function disableIn(host: Host, id: string, { school: { uai: school }, seen }: Preview): Promise<Done> {
  await host.activations.disable(school, id, CLI, seen);
  return { data: { id, school, on: false }, line: `${id} is off in ${school}.` };
}

/** Collects the values of a repeatable option. */
function more(word: string, words: readonly string[]): readonly string[] {
  return [...words, word];
}
