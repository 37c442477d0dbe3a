// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { readCurrentPersons, type CurrentPersons } from '../state/current-persons.js';
import type { CurrentPlaces } from '../state/current-places.js';
import type { KnownDigests } from './known-digests.js';
import type { PersonState } from '../state/person-state.js';

/** Keys of persons that have another key in the directory than stored: new key → stored key. */
export type RenamedKeys = ReadonlyMap<string, string>;

/**
 * Finds renamed keys: by the stable id of the entry, as after a marriage with a new login; and by keys that earlier versions stored without
 * accents. Whether the person is the same is checked later, as for any key.
 */
export async function findRenamedKeys(
  unitOfWork: UnitOfWork,
  source: string,
  snapshot: Pick<Snapshot, 'fields' | 'numberOf' | 'size'>,
  known: KnownDigests,
): Promise<RenamedKeys> {
  const renamed = new Map<string, string>();
  if (!known.hasNew) return renamed;
  const byId = new Map<string, string>();
  const byFoldedKey = new Map<string, { readonly key: string; readonly login: string }[]>();
  const hasIds = new Uint8Array(snapshot.size);
  let number = 0;
  for (const { key, login, stableIds = [] } of snapshot.fields()) {
    if (stableIds.length > 0) hasIds[number] = 1;
    const isNew = known.isNew(number);
    if (stableIds.length > 0 && (isNew || known.hasLeft(number))) byId.set(stableIds.join(' '), key);
    if (isNew) {
      const folded = normaliseForSearch(key);
      if (folded !== key) byFoldedKey.set(folded, [...(byFoldedKey.get(folded) ?? []), { key, login }]);
    }
    number += 1;
  }
  const taken = new Set<string>();
  const rename = (from: string, to: string | undefined): void => {
    if (to === undefined || to === from || renamed.has(to) || taken.has(from)) return;
    taken.add(from);
    renamed.set(to, from);
  };
  // A key that is still in the directory without a stable id may be the same person's: it stays with them.
  const isFree = (key: string): boolean => {
    const named = snapshot.numberOf(key);
    return named === undefined || hasIds[named] === 1;
  };
  for (const ids of batches([...byId.keys()])) {
    const rows = await findRows(unitOfWork, { source, stableIds: In([...ids]) });
    for (const id of ids) {
      const stored = rows.filter(({ stableIds }) => stableIds === id);
      const present = stored.filter(({ leftAt }) => leftAt === null);
      // A stable id stored with two persons identifies neither.
      const [only, ...others] = present.length > 0 ? present : stored;
      if (only && others.length === 0 && isFree(only.key)) rename(only.key, byId.get(id));
    }
  }
  for (const keys of batches([...byFoldedKey.keys()])) {
    for (const row of await findRows(unitOfWork, { source, key: In([...keys]) })) {
      const named = byFoldedKey.get(row.key) ?? [];
      // Earlier versions stored logins with their accents.
      const theirs = named.find(({ login }) => login === (row.login ?? row.formerLogin));
      const only = named.length === 1 && snapshot.numberOf(row.key) === undefined ? named[0] : undefined;
      rename(row.key, (theirs ?? only)?.key);
    }
  }
  // When the old key of one rename is the new key of another, the latter is dropped: a leaver with that key has come back.
  for (const to of [...renamed.keys()]) if (taken.has(to)) renamed.delete(to);
  return renamed;
}

function findRows(
  unitOfWork: UnitOfWork,
  where: object,
): Promise<Pick<ExternalIdRow, 'key' | 'stableIds' | 'login' | 'formerLogin' | 'leftAt'>[]> {
  return unitOfWork.run((manager) =>
    manager.find(ExternalIdRow, {
      select: { key: true, stableIds: true, login: true, formerLogin: true, leftAt: true },
      where,
      order: { id: 'ASC' },
    }),
  );
}

/** Reads stored persons under the keys that the directory has for them now. */
export async function readRenamedPersons(
  unitOfWork: UnitOfWork,
  places: Pick<CurrentPlaces, 'source' | 'groupKeys'>,
  keys: readonly string[],
  renamed: RenamedKeys,
): Promise<CurrentPersons> {
  if (renamed.size === 0) return readCurrentPersons(unitOfWork, places, keys);
  const newKeys = new Map(Array.from(renamed, ([to, from]) => [from, to]));
  const storedKeys = keys.flatMap((key) => renamed.get(key) ?? (newKeys.has(key) ? [] : [key]));
  const current = await readCurrentPersons(unitOfWork, places, storedKeys);
  const nameOf = (key: string): string => newKeys.get(key) ?? key;
  const renamePerson = (person: PersonState): PersonState => {
    return { ...person, key: nameOf(person.key), children: new Set([...person.children].map(nameOf)) };
  };
  return {
    present: new Map(Array.from(current.present, ([key, person]) => [nameOf(key), renamePerson(person)])),
    left: new Map(Array.from(current.left, ([key, person]) => [nameOf(key), renamePerson(person)])),
    elsewhere: new Set([...current.elsewhere].map(nameOf)),
    namedElsewhere: new Set([...current.namedElsewhere].map(nameOf)),
    stored: new Map(Array.from(current.stored, ([key, identity]) => [nameOf(key), identity])),
  };
}
