// SPDX-License-Identifier: EUPL-1.2
import type { HostKey } from '../../../infra/locales/index.js';
import type { PlanCounts } from '../../../domain/sync/plan/plan-counts.js';
import { LINE_KINDS } from '../../../domain/sync/plan/plan-lines.js';
import type { SyncRun } from '../../../domain/sync/runs/sync-runs.js';
import type { PlanModel } from './platform-plan.model.js';
import type { PlatformApplyModel, PlatformRunModel } from './platform-syncs.model.js';
import type { PageFormatter } from '../shared/page-formatter.js';
import { presentRefusals } from './guard-reasons.js';
import { runUrl, type RunStanding } from './run-standing.js';
import { presentRunLine } from './syncs.presenter.js';
import { presentUnread } from './unread-words.js';

/** The facts on the page of a run, besides the run itself. */
export interface RunFacts {
  /** Names of the schools that the guard's reasons are about, and of those that could not be read. */
  readonly schools: ReadonlyMap<string, string>;
  /** The administrator who approved the run in the console, if any. */
  readonly approver?: string | undefined;
  readonly plan?: PlanModel | undefined;
  readonly standing: RunStanding;
  /** Whether the settings name the source, so that it can be read again; uploaded files cannot. */
  readonly isRead: boolean;
  /** The rejected values of a form. */
  readonly answer?: { readonly reason: string; readonly error: string } | undefined;
  /** Why the run was not applied just now. */
  readonly problem?: 'plan.conflict' | 'plan.ended' | undefined;
}

export function presentRun(run: SyncRun, facts: RunFacts, formatter: PageFormatter): PlatformRunModel {
  const { t, number, when } = formatter;
  const { id, startedAt, endedAt, verdict, failure, counts, ignored, approvedBy, approvalReason } = run;
  const { schools, approver, plan, standing } = facts;
  const more = verdict?.more ?? 0;
  return {
    run: presentRunLine(run, formatter),
    began: when(startedAt),
    ended: endedAt ? when(endedAt) : undefined,
    approval:
      approvedBy === null
        ? undefined
        : t('platform.approved', { name: approver ?? approvedBy, reason: approvalReason ?? '' }),
    refusals: presentRefusals(verdict?.reasons ?? [], schools, formatter),
    more: more > 0 ? t('platform.moreReasons', { count: more }) : undefined,
    unread: presentUnread(run, schools, formatter),
    failure: failure ?? undefined,
    problem: problemOf(facts, formatter),
    underWayUrl: standing.state === 'underWay' ? runUrl(id) : undefined,
    decision:
      standing.state === 'waiting' && plan !== undefined
        ? { kind: standing.decision, url: `${runUrl(id)}/apply`, reason: '', ...facts.answer }
        : undefined,
    todo: todoOf(run, facts, formatter),
    changes: counts ? changesOf(counts, formatter) : undefined,
    ignored: (ignored?.reasons ?? []).map(({ reason, count, examples }) => ({
      what: t(`platform.ignored.${reason}`),
      number: number(count),
      examples,
    })),
    plan,
    forgotten: plan === undefined && counts !== null && run.state !== 'unchanged',
  };
}

function problemOf({ standing, problem }: RunFacts, { t }: PageFormatter): PlatformRunModel['problem'] {
  if (problem) return { title: t('error.conflict'), text: t(problem) };
  if (standing.state !== 'stale') return undefined;
  return { title: t('plan.stale'), text: t('plan.staleText', { id: standing.appliedRun }) };
}

/** The figures of « 402 comptes seront fermés »; zeros are left out. */
export function presentApply(run: SyncRun, reason: string, formatter: PageFormatter): PlatformApplyModel {
  const { t, number } = formatter;
  const { id, source, counts } = run;
  const persons = LINE_KINDS.map((kind) => ({ kind, count: counts?.persons[kind] ?? 0 }));
  const closed = counts?.persons.disabled ?? 0;
  return {
    id,
    source: formatter.source(source),
    reason,
    url: `${runUrl(id)}/apply`,
    runUrl: runUrl(id),
    figures: persons
      .filter(({ count }) => count > 0)
      .map(({ kind, count }) => ({ value: number(count), label: t(`plan.will.${kind}`, { count }) })),
    closes: closed > 0,
    action:
      closed > 0 ? t('plan.confirmClose', { count: closed, number: number(closed) }) : t('plan.confirmApply', { id }),
  };
}

/** The changes in figures; zeros are left out. */
function changesOf(
  { schools, persons, groups, memberships, kinships, joinedClasses = 0, askedClasses = 0 }: PlanCounts,
  { t, number }: PageFormatter,
) {
  const counts: [HostKey, number][] = [
    ['platform.change.classesJoined', joinedClasses],
    ['platform.change.classesAsked', askedClasses],
    ['platform.change.schoolsCreated', schools.created],
    ['platform.change.schoolsChanged', schools.changed],
    ['platform.change.personsCreated', persons.created],
    ['platform.change.personsChanged', persons.changed],
    ['platform.change.personsMoved', persons.moved],
    ['platform.change.personsJoined', persons.joined],
    ['platform.change.personsDisabled', persons.disabled],
    ['platform.change.personsReleased', persons.released],
    // Runs of earlier versions have no such figure.
    ['platform.change.personsReplaced', (persons as Partial<typeof persons>).replaced ?? 0],
    ['platform.change.personsRevived', persons.revived],
    ['platform.change.groupsCreated', groups.created],
    ['platform.change.groupsChanged', groups.changed],
    ['platform.change.groupsEnded', groups.ended],
    ['platform.change.groupsRevived', groups.revived],
    ['platform.change.membershipsAdded', memberships.added],
    ['platform.change.membershipsRemoved', memberships.removed],
    ['platform.change.kinshipsAdded', kinships.added],
    ['platform.change.kinshipsRemoved', kinships.removed],
    ['platform.change.homonyms', persons.homonyms],
  ];
  return counts.filter(([, count]) => count > 0).map(([key, count]) => ({ what: t(key), number: number(count) }));
}

/** Further steps, beside the actions of the page: a directory is read again on the command line. */
function todoOf(
  { source, state }: SyncRun,
  { standing, isRead }: RunFacts,
  { t }: PageFormatter,
): PlatformRunModel['todo'] {
  const commands = isRead ? [{ label: t('platform.todoRun'), command: `volee sync run --source ${source}` }] : [];
  if (state === 'failed' || state === 'broken off') return { text: t('platform.todo.failed'), commands };
  if (standing.state === 'stale') return { text: t('plan.staleTodo'), commands };
  if (standing.state !== 'waiting') return undefined;
  return { text: t(standing.decision === 'approve' ? 'plan.repairText' : 'platform.todo.planned'), commands };
}
