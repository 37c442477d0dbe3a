// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { InputError, NotFoundError } from '../../api/errors.js';
import type { Host } from '../../host/app/boot-host.js';
import { PROFILES } from '../../api/people.js';
import type { ListedSchool } from '../../host/domain/directory/school-list.js';
import { countOf, countPersons } from '../../host/domain/sync/state/count-nouns.js';
import { answer } from '../global-options.js';
import { leftoverLines } from '../leftover-lines.js';
import { withHost } from '../with-host.js';

export interface SchoolReport extends Omit<ListedSchool, 'timeZone'> {
  readonly bricks: readonly string[];
}

export function addSchoolCommands(program: Command): void {
  const school = program.command('school').description('the schools');

  school
    .command('list')
    .description('every school, with its persons, groups and bricks')
    .action((_options: unknown, command: Command) =>
      withHost(command, async (host) => {
        const reports = await reportSchools(host);
        answer(command, reports, reports.length === 0 ? ['No school yet. Run "volee sync run".'] : reports.map(line));
      }),
    );

  school
    .command('show')
    .argument('<uai>', 'the key of the school')
    .description('one school')
    .action((uai: string, _options: unknown, command: Command) =>
      withHost(command, async (host) => {
        const report = (await reportSchools(host)).find((one) => one.uai === uai);
        if (!report)
          throw new NotFoundError(`There is no school ${uai}.`, {
            remedy: '"volee school list" names those that are known.',
          });
        answer(command, report, [line(report)]);
      }),
    );

  school
    .command('close')
    .argument('<uai>', 'the key of the school')
    .requiredOption('--confirm <uai>', 'the same key once more: what is removed comes back from a backup alone')
    .description('removes a school and all that bricks and host hold of it; take it out of the directory first')
    .action((uai: string, { confirm }: { confirm: string }, command: Command) =>
      withHost(command, async (host) => {
        if (confirm !== uai) throw new InputError(`--confirm must repeat the key of the school: --confirm ${uai}.`);
        const { closeSchool } = await import('../../host/domain/personal-data/close-school.js');
        const { name, left, leftovers } = await closeSchool(host, uai);
        answer(command, { uai, name, closed: true, left, leftovers }, [
          `${name} (${uai}) is closed, and all that was of it is gone. A directory that still names it brings it back, empty.`,
          ...(left > 0
            ? [
                `${countOf(left, 'person', 'persons')} known from imports alone left with it; people.eraseAfter begins now.`,
              ]
            : []),
          ...leftoverLines(leftovers, 'stays'),
        ]);
      }),
    );
}

async function reportSchools({ directory, activations }: Host): Promise<SchoolReport[]> {
  const schools = await directory.schools();
  const on = await activations.bricksOn(schools.map(({ uai }) => uai));
  return schools.map(({ uai, name, kind, persons, groups }) => ({
    uai,
    name,
    kind,
    persons,
    groups,
    bricks: on.get(uai) ?? [],
  }));
}

function line({ uai, name, kind, persons, groups, bricks }: SchoolReport): string {
  const counts = PROFILES.map((profile) => countPersons(persons[profile], profile)).join(', ');
  const classes = countOf(groups, 'group', 'groups');
  return `${uai}  ${name} (${kind}): ${counts}; ${classes}; bricks: ${bricks.join(', ') || 'none'}`;
}
