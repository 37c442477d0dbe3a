// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { batches } from '../../../domain/directory/batches.js';
import { ExternalIdRow } from '../../../domain/directory/external-id.entity.js';
import { GroupRow } from '../../../domain/directory/group.entity.js';
import { normaliseLogin } from '../../../domain/directory/normalise-login.js';
import { PersonRow } from '../../../domain/directory/person.entity.js';
import { SchoolRow } from '../../../domain/directory/school.entity.js';
import { SyncSourceRow } from '../../../domain/sync/state/sync-source.entity.js';

/** Display names by id, of any school: for administrators of the platform alone. */
export async function personNames(unitOfWork: UnitOfWork, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await unitOfWork.run((manager) => manager.findBy(PersonRow, { id: In([...new Set(ids)]) }));
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}

export async function schoolNames(unitOfWork: UnitOfWork, uais: readonly string[]): Promise<Map<string, string>> {
  if (uais.length === 0) return new Map();
  const rows = await unitOfWork.run((manager) => manager.findBy(SchoolRow, { uai: In([...new Set(uais)]) }));
  return new Map(rows.map(({ uai, name }) => [uai, name]));
}

/** Names of groups by id, of any school: for administrators of the platform alone. */
export async function groupNames(unitOfWork: UnitOfWork, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const batch of batches([...new Set(ids)])) {
    const rows = await unitOfWork.run((manager) => manager.findBy(GroupRow, { id: In([...batch]) }));
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

/** The people with this login; else those with a name that begins with these words, in any order of the names. At most `most`. */
export async function findPersonIds(unitOfWork: UnitOfWork, text: string, most: number): Promise<string[]> {
  const sources = (await unitOfWork.run((manager) => manager.find(SyncSourceRow))).map(({ name }) => name);
  // With the sources in the condition, the query uses an index.
  const called = { source: In(sources), login: normaliseLogin(text) };
  const known = await unitOfWork.run((manager) => manager.findBy(ExternalIdRow, called));
  if (known.length > 0) return known.map(({ personId }) => personId);
  const starts = rotationsOf(normaliseForSearch(text).split(' ').filter(Boolean));
  if (starts.length === 0) return [];
  const ids = new Set<string>();
  for (const start of starts) {
    const rows = await unitOfWork.run((manager) =>
      manager
        .createQueryBuilder(PersonRow, 'person')
        .select('person.id', 'id')
        // A range, not LIKE: both engines use an index for it, and % and _ need no escaping.
        .where('person.foldedName >= :start AND person.foldedName < :end', { start, end: `${start}\uffff` })
        .limit(most)
        .getRawMany<{ id: string }>(),
    );
    for (const { id } of rows) ids.add(id);
  }
  return [...ids].slice(0, most);
}

/** `ana de souza` → `ana de souza`, `de souza ana`, `souza ana de`: names are stored family name first. */
function rotationsOf(words: readonly string[]): string[] {
  return words.slice(0, 5).map((_, at) => [...words.slice(at), ...words.slice(0, at)].join(' '));
}
