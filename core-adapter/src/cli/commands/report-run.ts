// SPDX-License-Identifier: EUPL-1.2
import type { Host } from '../../host/app/boot-host.js';
import { describePlan } from '../../host/domain/sync/plan/describe-plan.js';
import type { SyncRun } from '../../host/domain/sync/runs/sync-runs.js';
import { countOf } from '../../host/domain/sync/state/count-nouns.js';
import { outcomeOf } from './sync-outcome.js';

export interface RunReport {
  readonly run: SyncRun;
  readonly lines: readonly string[];
}

/** A run with the lines that the commands print about it: outcome, plan, refusals, and what was left out. */
export async function reportRun(host: Host, run: SyncRun): Promise<RunReport> {
  const { plan } = await host.sync.show(run.id);
  const ignored = run.ignored?.total ?? 0;
  return {
    run,
    lines: [
      `Sync run ${run.id} of "${run.source}": ${outcomeOf(run)}.`,
      ...joinLines(run),
      ...(plan ? describePlan(plan).map((line) => `  ${line}`) : []),
      ...(run.verdict?.reasons ?? []).map(({ sentence }) => `  refused: ${sentence}`),
      ...unreadLines(run),
      ...(ignored > 0 ? [`  ${ignored} records were ignored; "volee sync show ${run.id} --json" lists them.`] : []),
      ...(run.failure ? [`  ${run.failure}`] : []),
    ],
  };
}

/** Classes that two sources name (ADR 132) come first: lists of classes get shorter. */
function joinLines({ counts }: SyncRun): string[] {
  const { joinedClasses: joined = 0, askedClasses: asked = 0 } = counts ?? {};
  const may = countOf(asked, 'class may be one that its school has', 'classes may be some that their schools have');
  return [
    ...(joined > 0
      ? [`  ${countOf(joined, 'class is one', 'classes are one')} with a class that the school has already`]
      : []),
    ...(asked > 0 ? [`  ${may} already: "volee sync homonyms" lists them`] : []),
  ];
}

/** Schools that could not be read in full are no error: the exit code is 0 and stderr stays empty. */
function unreadLines({ id, ignored }: SyncRun): string[] {
  if (!ignored?.unread) return [];
  const { total, schools } = ignored.unread;
  const more = total - schools.length;
  return [
    ...schools.map(({ uai, reason }) => `  not read in full, and left as it was: ${uai}: ${reason}`),
    ...(more > 0
      ? [`  not read in full, and left as they were: ${more} more schools; run ${id} names the first ${schools.length}`]
      : []),
  ];
}
