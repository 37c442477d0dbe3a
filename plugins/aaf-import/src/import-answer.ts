// SPDX-License-Identifier: EUPL-1.2
import { RefusedError, type CommandAnswer } from '@volee/core-adapter';
import { IMPORT_CHANGES, type ImportChange } from '@volee/core-adapter/directory';
import type { Imported } from './import-folder.js';

const WORDS: Readonly<Record<ImportChange, string>> = {
  schoolsCreated: 'schools new',
  schoolsChanged: 'schools changed',
  personsCreated: 'persons new',
  personsChanged: 'persons changed',
  personsMoved: 'persons moved to another school',
  personsLeft: 'persons left',
  personsBack: 'persons back',
  groupsCreated: 'groups new',
  groupsJoined: 'classes joined to those that the school has already',
  groupsAsked: 'classes to decide about in volee sync homonyms',
  groupsChanged: 'groups changed',
  groupsEnded: 'groups ended',
  groupsBack: 'groups back',
  membershipsAdded: 'memberships added',
  membershipsRemoved: 'memberships removed',
  kinshipsAdded: 'kinships added',
  kinshipsRemoved: 'kinships removed',
};

/** The result of an import, for the terminal and for machines. @throws RefusedError when the guard refused it */
export function importAnswer(imported: Imported): CommandAnswer {
  const { kind, day, plan, problems, dryRun } = imported;
  const files = `Sync run ${plan.run} of "${plan.source}", ${kind} of ${day}`;
  const lines = [
    `${files}: ${summaryOf(imported)}`,
    ...IMPORT_CHANGES.flatMap((change) => {
      const { total } = plan.changes[change];
      return total === 0 ? [] : [`  ${WORDS[change]}: ${total}`];
    }),
    ...plan.ignored.map(({ what, count, examples }) => `  left out, ${what}: ${count} (${examples[0] ?? ''})`),
    ...problems.map(({ reason, count, examples }) => `  ${reason}: ${count} (${examples.join(', ')})`),
  ];
  if (plan.state === 'refused') {
    throw new RefusedError(
      [
        `${files}: the guard refuses it and nothing was changed:`,
        ...plan.refusals.map((sentence) => `- ${sentence}`),
      ].join('\n'),
      {
        remedy: `"volee sync show ${plan.run}" shows the plan; the same import with --approve REASON applies it all the same.`,
        details: { run: plan.run, source: plan.source },
      },
    );
  }
  return { value: { kind, day, dryRun, ...plan, problems }, lines };
}

function summaryOf({ plan, dryRun }: Imported): string {
  if (plan.state === 'unchanged') return 'nothing changes.';
  return dryRun ? 'this would change, and nothing was changed.' : `${plan.state}.`;
}
