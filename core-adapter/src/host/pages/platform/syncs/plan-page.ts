// SPDX-License-Identifier: EUPL-1.2
import { setImmediate } from 'node:timers/promises';
import { In } from 'typeorm';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { PageKeeper, pageIn, type PageOf } from '../../../infra/util/page-of.js';
import { groupKey } from '../../../domain/sync/state/person-state.js';
import { LineCounts, type SchoolCounts } from '../../../domain/sync/plan/count-lines.js';
import { lineFinder, planLines, type PlanLine } from '../../../domain/sync/plan/plan-lines.js';
import type { SyncPlan } from '../../../domain/sync/plan/sync-plan.js';
import { schoolNames, findPersonIds, personNames } from '../shared/names.js';
import type { PlanSearch } from './plan-search.js';
import { batches } from '../../../domain/directory/batches.js';
import { ExternalIdRow } from '../../../domain/directory/external-id.entity.js';
import { GroupRow } from '../../../domain/directory/group.entity.js';

/** The maximum number of people that a search by name may find. */
const MOST = 500;

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

/** Names for the keys in lines, where the plan itself has none. */
interface LineNames {
  /** By key. */
  readonly persons: ReadonlyMap<string, string>;
  /** By `groupKey`. */
  readonly groups: ReadonlyMap<string, string>;
}

/** Names of the people and groups that one page of lines knows by key alone. */
async function lineNames(unitOfWork: UnitOfWork, source: string, lines: readonly PlanLine[]): Promise<LineNames> {
  const children = lines.flatMap(({ changes }) => changes.filter(({ field }) => field === 'child').flatMap(endsOf));
  const nameless = lines.filter(({ subject, name }) => subject === 'person' && name === '').map(({ key }) => key);
  const persons = await namesByKey(unitOfWork, source, [...nameless, ...children]);
  return { persons, groups: await groupsByKey(unitOfWork, source, lines) };
}

/** The source's keys of the people with this name: for lines that hold a key and no name. */
async function keysOfNamed(unitOfWork: UnitOfWork, source: string, text: string): Promise<Set<string>> {
  const ids = text === '' ? [] : await findPersonIds(unitOfWork, text, MOST);
  const rows = await unitOfWork.run((manager) => manager.findBy(ExternalIdRow, { source, personId: In(ids) }));
  return new Set(rows.map(({ key }) => key));
}

async function namesByKey(
  unitOfWork: UnitOfWork,
  source: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const batch of batches([...new Set(keys)])) {
    const rows = await unitOfWork.run((manager) => manager.findBy(ExternalIdRow, { source, key: In([...batch]) }));
    for (const { key, personId } of rows) ids.set(key, personId);
  }
  const names = await personNames(unitOfWork, [...ids.values()]);
  return new Map([...ids].map(([key, id]) => [key, names.get(id) ?? '']));
}

/** The latest group of each key: a plan does not name the school year of its groups. */
async function groupsByKey(
  unitOfWork: UnitOfWork,
  source: string,
  lines: readonly PlanLine[],
): Promise<Map<string, string>> {
  const keys = lines.flatMap(({ groups, changes }) => [
    ...groups,
    ...changes.filter(({ field }) => field === 'group').flatMap(endsOf),
  ]);
  if (keys.length === 0) return new Map();
  const uais = [...new Set(lines.map(({ uai }) => uai))];
  const names = new Map<string, string>();
  for (const batch of batches([...new Set(keys)])) {
    const where = { source, uai: In(uais), key: In([...batch]) };
    const rows = await unitOfWork.run((manager) => manager.find(GroupRow, { where, order: { schoolYear: 'ASC' } }));
    for (const { uai, key, name } of rows) names.set(groupKey(uai, key), name);
  }
  return names;
}

function endsOf({ from, to }: { readonly from: string; readonly to: string }): string[] {
  return [from, to].filter((end) => end !== '');
}
