// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { CLI } from '../../host/audit/actors.js';
import { NotFoundError } from '../../api/errors.js';
import type { School } from '../../api/people.js';
import { inForce } from '../../host/activation/activation-rule.js';
import type { ActivationRow } from '../../host/activation/activation.entity.js';
import { readChoice } from '../../host/activation/read-choice.js';
import { servedProfiles } from '../../host/activation/served-profiles.js';
import type { Host } from '../../host/boot-host.js';
import { isFeature, type LoadedBrick } from '../../host/loader/loaded-brick.js';
import { personalDataWords } from '../../host/personal-data/personal-data-words.js';
import { answer } from '../global-options.js';
import { withHost } from '../with-host.js';
import { ruleData, ruleWords, type RuleContext } from './rule-words.js';

interface SchoolOption {
  readonly school: string;
}

interface EnableOptions extends SchoolOption {
  readonly profile: readonly string[];
  readonly group: readonly string[];
  readonly from?: string;
  readonly until?: string;
}

export function addBrickCommands(program: Command): void {
  const brick = program.command('brick').description('the bricks, and in which schools they are on');

  brick
    .command('list')
    .description('every brick of the settings, with its state')
    .action((_options: unknown, command: Command) =>
      withHost(command, (host) => {
        const reports = host.bricks.map(report);
        answer(
          command,
          reports,
          reports.map(
            ({ id, version, kind, state, cause }) =>
              `${[id, version].filter(Boolean).join(' ')} (${kind ?? 'unknown'}): ${state}${cause === undefined ? '' : `. ${cause}`}`,
          ),
        );
        return Promise.resolve();
      }),
    );

  brick
    .command('show')
    .argument('<id>', 'the id of the brick')
    .description('one brick, the schools where it is on, and for whom it is or will be')
    .action((id: string, _options: unknown, command: Command) => withHost(command, (host) => show(host, id, command)));

  brick
    .command('enable')
    .argument('<id>', 'the id of the brick')
    .requiredOption('--school <uai>', 'in which school')
    .option(
      '--profile <profile>',
      'only for a profile: pupil, guardian, teacher, head, staff; may be repeated',
      more,
      [],
    )
    .option('--group <group>', 'only for a class or group, by its name or id; may be repeated', more, [])
    .option('--from <day>', "the first day, as 2026-11-30, in the school's time zone (otherwise from now on)")
    .option('--until <day>', 'the last day, included (otherwise until it is switched off)')
    .description('switches a brick on in a school: for everybody, or only for whom and when the options say')
    .addHelpText('after', '\nA class is its pupils, their guardians and its teachers. What is on already stays on.')
    .action((id: string, options: EnableOptions, command: Command) =>
      withHost(command, (host) => enable(host, id, options, command)),
    );

  brick
    .command('disable')
    .argument('<id>', 'the id of the brick')
    .requiredOption('--school <uai>', 'in which school')
    .description('switches a brick off for everybody in a school, also what is to come; nothing is erased')
    .action((id: string, { school: uai }: SchoolOption, command: Command) =>
      withHost(command, async (host) => {
        // Also of a brick that left the settings: its rules would come back with it.
        await findBrickOrRules(host, id);
        const { uai: school } = await findSchool(host, uai);
        await host.activations.disable(school, id, CLI);
        answer(command, { id, school, on: false }, [`${id} is off in ${school}.`]);
      }),
    );
}

async function show(host: Host, id: string, command: Command): Promise<void> {
  const brick = await findBrickOrRules(host, id);
  const found = brick ? report(brick) : { id, state: 'not in the settings' };
  const known = await host.directory.schools();
  const on = await host.activations.bricksOn(known.map(({ uai }) => uai));
  const schools = known.map(({ uai }) => uai).filter((uai) => on.get(uai)?.includes(id));
  const lines = [`${id}: ${found.state}; on in ${schools.join(', ') || 'no school'}`];
  const rules = new Map<string, object[]>();
  const bySchool = await host.activations.rulesBySchool(id);
  for (const school of known) {
    const rows = bySchool.get(school.uai) ?? [];
    if (rows.length === 0) continue;
    const context = await ruleContext(host, school, rows);
    rules.set(
      school.uai,
      rows.map((row) => ruleData(row, context)),
    );
    lines.push(...rows.map((row) => `  ${school.uai}: ${ruleWords(row, context)}`));
  }
  const { manifest } = brick ?? {};
  const personalData = { fr: personalDataWords(manifest, 'fr'), en: personalDataWords(manifest, 'en') };
  lines.push(...Object.entries(personalData.en).map(([name, words]) => `  personal data, ${name}: ${words}`));
  answer(command, { ...found, schools, rules: Object.fromEntries(rules), personalData }, lines);
}

async function enable(host: Host, id: string, options: EnableOptions, command: Command): Promise<void> {
  const brick = findBrick(host, id);
  const school = await findSchool(host, options.school);
  const groups = options.group.length === 0 ? [] : await host.directory.groups(school.uai);
  const { profile: profiles, group, from, until } = options;
  const now = host.clock.now();
  const choice = readChoice(
    { profiles, groups: group, from, until },
    { school, groups, served: servedProfiles(brick), now },
  );
  const rule = await host.activations.enable(school.uai, id, CLI, choice);
  const context = await ruleContext(host, school, [rule]);
  const on = inForce(rule, context.now);
  answer(command, { id, school: school.uai, on, rule: ruleData(rule, context) }, [
    `${id} ${on ? 'is' : 'will be'} on in ${school.uai}: ${ruleWords(rule, context)}.`,
  ]);
}

async function ruleContext(host: Host, school: School, rules: readonly ActivationRow[]): Promise<RuleContext> {
  const ids = rules.flatMap(({ groupIds }) => groupIds);
  const names = await host.directory.groupNames(school.uai, ids);
  return { names, timeZone: school.timeZone, now: host.clock.now() };
}

/** For an option that may be repeated. */
function more(word: string, words: readonly string[]): readonly string[] {
  return [...words, word];
}

async function findSchool(host: Host, uai: string): Promise<School> {
  const school = await host.directory.school(uai);
  if (school) return school;
  throw new NotFoundError(`There is no school ${uai}. "volee school list" names those that are known.`);
}

/** @throws NotFoundError when no brick of that id can be switched on in a school */
function findBrick(host: Host, id: string): LoadedBrick {
  const features = host.bricks.filter(isFeature);
  const found = features.find((one) => one.id === id);
  if (found) return found;
  const known = features.map((one) => one.id).join(', ') || 'none';
  throw new NotFoundError(`No brick "${id}" can be switched on in a school. Known: ${known}.`);
}

/** Undefined for one that is not in the settings any more, while rules of schools still name it. @throws as `findBrick` */
async function findBrickOrRules(host: Host, id: string): Promise<LoadedBrick | undefined> {
  const isKnown = host.bricks.some((brick) => brick.id === id);
  const left = !isKnown && (await host.activations.rulesBySchool(id)).size > 0;
  return left ? undefined : findBrick(host, id);
}

function report(brick: LoadedBrick) {
  const { id, state, manifest } = brick;
  return {
    id,
    version: manifest?.version,
    kind: manifest?.kind,
    state,
    ...(brick.state === 'failed' && { cause: brick.cause }),
  };
}
