// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { CLI } from '../../host/domain/audit/actors.js';
import { UnavailableError } from '../../api/errors.js';
import type { ErasureReport } from '../../host/domain/personal-data/leaver-service.js';
import { countOf } from '../../host/domain/sync/state/count-nouns.js';
import { answer } from '../global-options.js';
import { leftoverLines } from '../leftover-lines.js';
import { withHost } from '../with-host.js';
import { addPersonQueryCommands } from './person-queries.js';

interface EraseLeavers {
  readonly dryRun?: boolean;
  readonly withSummer?: boolean;
}

export function addPersonCommands(program: Command): void {
  const person = program.command('person').description('persons: find, show, export and erase them');
  addPersonQueryCommands(person);

  person
    .command('erase-leavers')
    .option('--dry-run', 'only list the persons')
    .option('--with-summer', 'also those that left from 15 June to 14 September, whose delay begins on 15 September')
    .description('erase persons that left longer ago than people.eraseAfter; "volee serve" does so every night')
    .action(({ dryRun = false, withSummer = false }: EraseLeavers, command: Command) =>
      withHost(command, async ({ leavers, clockGuard }) => {
        if (!dryRun) await clockGuard.refuseWhileHeld();
        const report = dryRun ? await leavers.plan({ withSummer }) : await leavers.erase(CLI, { withSummer });
        const { left, due } = await leavers.count();
        answer(command, { ...report, waiting: left - due }, reportLines(report, { dryRun, waiting: left - due }));
        if (report.kept.length > 0) throw new UnavailableError(reasonsOf(report));
      }),
    );

  addAskCommand(person);

  person
    .command('export')
    .argument('<login>', 'the login at the SSO; for a person that left, their key in the directory')
    .requiredOption('--out <file>', 'the ZIP file to create')
    .option('--source <name>', 'the directory, if several have this login')
    .description('export all data about one person (right of access)')
    .action((login: string, { out, source }: { out: string; source?: string }, command: Command) =>
      withHost(command, async (host) => {
        const { exportPerson } = await import('../../host/domain/personal-data/export-person.js');
        const { personId, files, lost, leftovers } = await exportPerson(host, { login, source, out });
        answer(command, { person: personId, out, files, lost, leftovers }, [
          `${out} contains the data about ${login}, with ${countOf(files, 'file', 'files')}.`,
          ...lost.map((path) => `The storage has lost the content of ${path}: a text stands in for it.`),
          ...leftoverLines(leftovers, 'is not in it'),
        ]);
      }),
    );
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function addAskCommand(person: Command): void {
  person
    .command('ask-same')
    .argument('<one>', 'the login, or the id that "volee person find" shows')
    .argument('<other>', 'the same of the other person, who may have left')
    .option('--source <name>', 'the directory, if several have these logins')
    .description('ask on the page of homonyms whether two persons are one; neither is erased until it is answered')
    .action((one: string, other: string, { source }: { source?: string }, command: Command) =>
      withHost(command, async ({ database, homonyms }) => {
        const { findPersonOrLeaver } = await import('../../host/app/person-card/find-person-or-leaver.js');
        const idOf = (called: string): Promise<string> | string =>
          ID.test(called) ? called : findPersonOrLeaver(database.unitOfWork, { login: called, source });
        const id = await homonyms.ask([await idOf(one), await idOf(other)], { actor: CLI });
        const url = `/admin/homonyms/${id}`;
        answer(command, { id, url }, [
          `An administrator of the platform answers at ${url}. Until then nothing is erased.`,
        ]);
      }),
    );
}

function reportLines(
  { persons, kept, returned, leftovers }: ErasureReport,
  { dryRun, waiting }: { dryRun: boolean; waiting: number },
): string[] {
  const held = new Set(kept.map(({ person }) => person)).size;
  return [
    `${countOf(persons.length, 'person', 'persons')} ${dryRun ? 'would be erased' : 'erased'}.`,
    ...(held > 0 ? [`${countOf(held, 'person', 'persons')} kept until the bricks below can erase them.`] : []),
    ...(returned.length > 0
      ? [`${countOf(returned.length, 'person', 'persons')} came back meanwhile: files erased, account kept.`]
      : []),
    `${countOf(waiting, 'person has', 'persons have')} left and may still come back.`,
    ...leftoverLines(leftovers, 'stays'),
  ];
}

/** Each brick once, with the first reason that it gave. */
function reasonsOf({ kept }: ErasureReport): string {
  const first = new Map(kept.map((one) => [one.brick, one] as const).reverse());
  return [...first.values()]
    .map(({ brick, uai, reason }) => `${brick} could not erase${uai === null ? '' : ` in ${uai}`}: ${reason}`)
    .join('\n');
}
