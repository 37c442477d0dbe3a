// SPDX-License-Identifier: EUPL-1.2
import type { HostKey } from '../locales/index.js';
import type { PlanCounts } from '../sync/plan/plan-counts.js';
import type { SyncRun } from '../sync/runs/sync-runs.js';
import type { PlatformRunModel } from '../views/platform-syncs.model.js';
import type { Desk } from './desk.js';
import { reasonText } from './guard-reasons.js';
import { presentRunLine } from './syncs.presenter.js';

export function presentRun(run: SyncRun, schools: ReadonlyMap<string, string>, desk: Desk): PlatformRunModel {
  const { t, number, when } = desk;
  const { startedAt, endedAt, verdict, failure, counts, ignored, approvedBy, approvalReason } = run;
  const more = verdict?.more ?? 0;
  return {
    run: presentRunLine(run, desk),
    began: when(startedAt),
    ended: endedAt ? when(endedAt) : undefined,
    approval:
      approvedBy === null ? undefined : t('platform.approved', { name: approvedBy, reason: approvalReason ?? '' }),
    reasons: (verdict?.reasons ?? []).map((reason) => reasonText(reason, schools, desk)),
    more: more > 0 ? t('platform.moreReasons', { count: more }) : undefined,
    failure: failure ?? undefined,
    todo: todoOf(run, desk),
    changes: counts ? changesOf(counts, desk) : undefined,
    ignored: (ignored?.reasons ?? []).map(({ reason, count, examples }) => ({
      what: t(`platform.ignored.${reason}`),
      number: number(count),
      examples,
    })),
  };
}

/** What is not zero. */
function changesOf({ schools, persons, groups, memberships, kinships }: PlanCounts, { t, number }: Desk) {
  const counts: [HostKey, number][] = [
    ['platform.change.schoolsCreated', schools.created],
    ['platform.change.schoolsChanged', schools.changed],
    ['platform.change.personsCreated', persons.created],
    ['platform.change.personsChanged', persons.changed],
    ['platform.change.personsMoved', persons.moved],
    ['platform.change.personsJoined', persons.joined],
    ['platform.change.personsDisabled', persons.disabled],
    ['platform.change.personsReleased', persons.released],
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

/** The console does not apply runs yet: it says which command does. */
function todoOf({ id, source, state }: SyncRun, { t }: Desk): PlatformRunModel['todo'] {
  const show = { label: t('platform.todoShow'), command: `volee sync show ${id}` };
  const again = { label: t('platform.todoRun'), command: `volee sync run --source ${source}` };
  const apply = { label: t('platform.todoApply'), command: `volee sync apply ${id}` };
  const reason = t('platform.reasonWord');
  const approve = { label: t('platform.todoApprove'), command: `volee sync apply ${id} --approve "${reason}"` };
  switch (state) {
    case 'refused':
      return { text: t('platform.todo.refused'), commands: [show, again, approve] };
    case 'planned':
      return { text: t('platform.todo.planned'), commands: [show, apply, again] };
    case 'failed':
      return { text: t('platform.todo.failed'), commands: [again] };
    case 'applied':
    case 'unchanged':
      return undefined;
  }
}
