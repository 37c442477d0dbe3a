// SPDX-License-Identifier: EUPL-1.2
import { fold } from '../database/fold.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { pageIn, type PageOf } from '../page-of.js';
import { groupKey } from '../sync/image/directory-image.js';
import { countLines, type SchoolCounts } from '../sync/plan/count-lines.js';
import { findLines, planLines, type PlanLine } from '../sync/plan/plan-lines.js';
import type { SyncPlan } from '../sync/plan/sync-plan.js';
import { keysOfNamed, lineNames, type LineNames } from './line-names.js';
import { schoolNames } from './names.js';
import type { PlanSearch } from './plan-search.js';

/** One page of the lines of a plan, one page of its schools, and what their keys stand for. */
export interface PlanPage {
  readonly search: PlanSearch;
  readonly lines: PageOf<PlanLine>;
  readonly schools: PageOf<SchoolCounts>;
  readonly names: LineNames & { readonly schools: ReadonlyMap<string, string> };
}

/** Narrows a plan to what is looked for. The schools are narrowed by their name alone. */
export async function findPlanPage(unitOfWork: UnitOfWork, plan: SyncPlan, search: PlanSearch): Promise<PlanPage> {
  const all = planLines(plan);
  const counts = countLines(all);
  const known = await schoolNames(
    unitOfWork,
    all.flatMap(({ uai, from, to }) => [uai, from, to].filter((one) => one !== undefined)),
  );
  const schools = new Map([...known, ...plan.schools.map(({ uai, name }) => [uai, name] as const)]);
  const meant = counts.filter(({ uai }) => isCalled(uai, schools.get(uai) ?? '', search.school));
  const found = findLines(all, {
    text: search.text,
    keys: await keysOfNamed(unitOfWork, plan.source, search.text),
    ...(search.kind !== '' && { kind: search.kind }),
    ...(search.school !== '' && { uais: new Set(meant.map(({ uai }) => uai)) }),
  });
  const lines = pageIn(found, search.page);
  const stored = await lineNames(unitOfWork, plan.source, lines.items);
  return {
    search,
    lines,
    schools: pageIn(meant, search.schoolPage),
    names: { schools, persons: stored.persons, groups: new Map([...stored.groups, ...plannedGroups(plan)]) },
  };
}

function isCalled(uai: string, name: string, text: string): boolean {
  return text === '' || uai === text.toUpperCase() || (uai !== '' && fold(name).includes(fold(text)));
}

/** Groups that are new are in no table yet. */
function plannedGroups({ schools }: SyncPlan): (readonly [string, string])[] {
  return schools.flatMap(({ uai, groups: { created, changed, revived } }) =>
    [...created, ...revived, ...changed.map(({ group }) => group)].map(
      ({ key, name }) => [groupKey(uai, key), name] as const,
    ),
  );
}
