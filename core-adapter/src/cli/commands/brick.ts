// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import type { Host } from '../../host/app/boot-host.js';
import type { LoadedBrick } from '../../host/domain/bricks/loaded-brick.js';
import type { BrickKind } from '../../api/manifest.js';
import { personalDataWords } from '../../host/domain/personal-data/personal-data-words.js';
import { withRemedy } from '../../host/infra/util/error-text.js';
import { findBrickOrRules } from '../find-brick.js';
import { unnamedBricks, type UnnamedBrick } from '../unnamed-bricks.js';
import { answer } from '../global-options.js';
import type { Terminal } from '../terminal.js';
import { withHost } from '../with-host.js';
import { addBrickSwitchCommands } from './brick-switch.js';
import { ruleContext, ruleData, ruleWords } from './rule-words.js';

export function addBrickCommands(program: Command, terminal: Terminal): void {
  const brick = program.command('brick').description('bricks, and the schools where they are on');

  brick
    .command('list')
    .description('list the bricks of the settings, with their state, and installed ones that the settings do not name')
    .action((_options: unknown, command: Command) =>
      withHost(command, (host) => {
        const reports = [...host.bricks.map(report), ...unnamedBricks(host).map(reportUnnamed)];
        answer(command, reports, reports.map(reportLine));
        return Promise.resolve();
      }),
    );

  brick
    .command('show')
    .argument('<id>', 'the id of the brick')
    .description('show a brick, the schools where it is on, and its rules')
    .action((id: string, _options: unknown, command: Command) => withHost(command, (host) => show(host, id, command)));

  addBrickSwitchCommands(brick, terminal);
}

async function show(host: Host, id: string, command: Command): Promise<void> {
  const brick = await findBrickOrRules(host, id);
  const found = brick ? report(brick) : { id, state: NOT_NAMED };
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

interface BrickReport {
  readonly id: string;
  readonly state: LoadedBrick['state'] | typeof NOT_NAMED;
  readonly version?: string | undefined;
  readonly kind?: BrickKind | undefined;
  readonly cause?: string;
  readonly remedy?: string | undefined;
}

function reportLine({ id, version, kind, state, cause, remedy }: BrickReport): string {
  if (state === NOT_NAMED) return `${id}: ${withRemedy(`${state}.`, remedy)}`;
  const failure = cause === undefined ? '' : `. ${withRemedy(cause, remedy)}`;
  return `${[id, version].filter(Boolean).join(' ')} (${kind ?? 'unknown'}): ${state}${failure}`;
}

const NOT_NAMED = 'not in the settings';

function reportUnnamed({ id, remedy }: UnnamedBrick): BrickReport {
  return { id, state: NOT_NAMED, remedy };
}

function report(brick: LoadedBrick): BrickReport {
  const { id, state, manifest } = brick;
  return {
    id,
    version: manifest?.version,
    kind: manifest?.kind,
    state,
    ...(brick.state === 'failed' && { cause: brick.cause, remedy: brick.remedy }),
  };
}
