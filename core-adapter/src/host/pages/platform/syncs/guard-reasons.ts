// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import type { SyncRun } from '../../../domain/sync/runs/sync-runs.js';
import type { RefusalModel } from './platform-syncs.model.js';
import type { PageFormatter } from '../shared/page-formatter.js';
import { schoolNames } from '../shared/names.js';
import { reasonText } from '../../../domain/sync/guard/reason-text.js';
import type { Reason } from '../../../domain/sync/guard/verdict.js';

/** The names of the schools that the guard's reasons are about, and of those that could not be read. */
export function reasonSchools(unitOfWork: UnitOfWork, runs: readonly SyncRun[]): Promise<Map<string, string>> {
  const uais = runs.flatMap(({ verdict }) => verdict?.reasons.flatMap(({ uai }) => uai ?? []) ?? []);
  const unread = runs.flatMap(({ ignored }) => ignored?.unread?.schools.map(({ uai }) => uai) ?? []);
  return schoolNames(unitOfWork, [...uais, ...unread]);
}

/** Reasons grouped by code, in the order in which the guard gave them. */
export function presentRefusals(
  reasons: readonly Reason[],
  schools: ReadonlyMap<string, string>,
  formatter: PageFormatter,
): RefusalModel[] {
  const { t } = formatter;
  return [...new Set(reasons.map(({ code }) => code))].map((code) => ({
    code,
    sentences: reasons
      .filter((reason) => reason.code === code)
      .map((reason) => ({ text: reasonText(reason, schools, formatter), share: shareOf(reason) })),
    means: t(`plan.means.${code}`),
    check: t(`plan.check.${code}`),
  }));
}

function shareOf({ before, after }: Reason): { before: number; after: number } | undefined {
  return before > 0 && after > 0 ? { before, after } : undefined;
}
