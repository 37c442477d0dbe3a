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
    .description('list the schools, with their persons, groups and bricks')
    .action((_options: unknown, command: Command) =>
      withHost(command, async (host) => {
        const reports = await reportSchools(host);
        answer(command, reports, reports.length === 0 ? ['No school yet. Run "volee sync run".'] : reports.map(line));
      }),
    );

  school
    .command('show')
    .argument('<uai>', 'the UAI of the school')
    .description('one school')
    .action((uai: string, _options: unknown, command: Command) =>
      withHost(command, async (host) => {
        const report = (await reportSchools(host)).find((one) => one.uai === uai);
        if (!report)
          throw new NotFoundError(`The school ${uai} does not exist.`, {
            remedy: '"volee school list" lists the known schools.',
          });
        answer(command, report, [line(report)]);
      }),
    );

  school
    .command('close')
    .argument('<uai>', 'the UAI of the school')
    .requiredOption('--confirm <uai>', 'the same UAI again: only a backup can restore the data')
    .description('delete a school and all its data; remove it from the directory first')
    .action((uai: string, { confirm }: { confirm: string }, command: Command) =>
      withHost(command, async (host) => {
        if (confirm !== uai) throw new InputError(`--confirm must repeat the UAI of the school: --confirm ${uai}.`);
        const { closeSchool } = await import('../../host/domain/personal-data/close-school.js');
        const { name, left, leftovers } = await closeSchool(host, uai);
        answer(command, { uai, name, closed: true, left, leftovers }, [
          `${name} (${uai}) is closed, and its data is deleted. If a directory still names it, the next sync creates it again, without data.`,
          ...(left > 0
            ? [
                `${countOf(left, 'person', 'persons')} known only from imports left with it; people.eraseAfter begins now.`,
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
