// SPDX-License-Identifier: EUPL-1.2
import { setImmediate } from 'node:timers/promises';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { PageKeeper, pageIn, type PageOf } from '../../../infra/util/page-of.js';
import { groupKey } from '../../../domain/sync/state/person-state.js';
import { LineCounts, type SchoolCounts } from '../../../domain/sync/plan/count-lines.js';
import { lineFinder, planLines, type PlanLine } from '../../../domain/sync/plan/plan-lines.js';
import type { SyncPlan } from '../../../domain/sync/plan/sync-plan.js';
import { keysOfNamed, lineNames, type LineNames } from './line-names.js';
import { schoolNames } from '../shared/names.js';
import type { PlanSearch } from './plan-search.js';

/** One page of the lines of a plan, one page of its schools, and the names for their keys. */
export interface PlanPage {
  readonly search: PlanSearch;
  readonly lines: PageOf<PlanLine>;
  readonly schools: PageOf<SchoolCounts>;
  readonly names: LineNames & { readonly schools: ReadonlyMap<string, string> };
}

/** Filters a plan by a search. Schools are filtered by their name alone. */
export async function findPlanPage(unitOfWork: UnitOfWork, plan: SyncPlan, search: PlanSearch): Promise<PlanPage> {
  const schools = await namesOfSchools(unitOfWork, plan);
  const meant = search.school === '' ? undefined : calledSo(schools, search.school);
  const isFound = lineFinder({
    text: search.text,
    keys: await keysOfNamed(unitOfWork, plan.source, search.text),
    ...(search.kind !== '' && { kind: search.kind }),
  });
  const counts = new LineCounts();
  const found = new PageKeeper<PlanLine>(search.page);
  let school = '';
  for (const line of planLines(plan)) {
    // A region has a quarter of a million lines, and others wait for pages as well.
    if (line.uai !== school) await setImmediate();
    school = line.uai;
    if (meant && !meant.has(line.uai)) continue;
    counts.add(line);
    if (isFound(line)) found.add(line);
  }
  const lines = found.page();
  const stored = await lineNames(unitOfWork, plan.source, lines.items);
  return {
    search,
    lines,
    schools: pageIn(counts.bySchool(), search.schoolPage),
    names: { schools, persons: stored.persons, groups: new Map([...stored.groups, ...plannedGroups(plan)]) },
  };
}

/** The names of the schools that the plan changes, and of the schools that people move between. */
async function namesOfSchools(unitOfWork: UnitOfWork, { schools, persons }: SyncPlan): Promise<Map<string, string>> {
  const planned = new Map(schools.map(({ uai, name }) => [uai, name]));
  const others = new Set(persons.changed.flatMap((change) => change.schools).filter((uai) => !planned.has(uai)));
  return new Map([...(await schoolNames(unitOfWork, [...others])), ...planned]);
}

/** The schools with this UAI, or with this piece in their name. */
function calledSo(schools: ReadonlyMap<string, string>, text: string): Set<string> {
  const [uai, piece] = [text.toUpperCase(), normaliseForSearch(text)];
  return new Set(
    [...schools].filter(([one, name]) => one === uai || normaliseForSearch(name).includes(piece)).map(([one]) => one),
  );
}

/** Groups that are new are in no table yet. */
function plannedGroups({ schools }: SyncPlan): (readonly [string, string])[] {
  return schools.flatMap(({ uai, groups: { created, changed, revived } }) =>
    [...created, ...revived, ...changed.map(({ group }) => group)].map(
      ({ key, name }) => [groupKey(uai, key), name] as const,
    ),
  );
}
