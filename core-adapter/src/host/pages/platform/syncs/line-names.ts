// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { batches } from '../../../domain/directory/batches.js';
import { ExternalIdRow } from '../../../domain/directory/external-id.entity.js';
import { GroupRow } from '../../../domain/directory/group.entity.js';
import { groupKey } from '../../../domain/sync/state/person-state.js';
import type { PlanLine } from '../../../domain/sync/plan/plan-lines.js';
import { findPersonIds, personNames } from '../shared/names.js';

/** Names for the keys in lines, where the plan itself has none. */
export interface LineNames {
  /** By key. */
  readonly persons: ReadonlyMap<string, string>;
  /** By `groupKey`. */
  readonly groups: ReadonlyMap<string, string>;
}

/** The maximum number of people that a search by name may find. */
const MOST = 500;

/** Names of the people and groups that one page of lines knows by key alone. */
export async function lineNames(
  unitOfWork: UnitOfWork,
  source: string,
  lines: readonly PlanLine[],
): Promise<LineNames> {
  const children = lines.flatMap(({ changes }) => changes.filter(({ field }) => field === 'child').flatMap(endsOf));
  const nameless = lines.filter(({ subject, name }) => subject === 'person' && name === '').map(({ key }) => key);
  const persons = await namesByKey(unitOfWork, source, [...nameless, ...children]);
  return { persons, groups: await groupsByKey(unitOfWork, source, lines) };
}

/** The source's keys of the people with this name: for lines that hold a key and no name. */
export async function keysOfNamed(unitOfWork: UnitOfWork, source: string, text: string): Promise<Set<string>> {
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
