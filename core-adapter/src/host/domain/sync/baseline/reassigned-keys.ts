// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { batches } from '../../directory/batches.js';
import { compareIdentities } from '../identity/compare-identities.js';
import { identityOf, type Identity } from '../state/identity.js';
import { IdsOfOthers } from '../plan/ids-of-others.js';
import { readRenamedPersons } from '../plan/read-renamed-persons.js';
import type { RenamedKeys } from '../plan/renamed-keys.js';
import type { Snapshot } from '../snapshot/snapshot.js';

/**
 * Finds keys that no longer name the stored person: the snapshot gives them to another person, or may (a doubt keeps two people apart
 * until an administrator decides).
 */
export async function findReassignedKeys(
  unitOfWork: UnitOfWork,
  { source, renamed }: { readonly source: string; readonly renamed: RenamedKeys },
  snapshot: Pick<Snapshot, 'numberOf' | 'fields' | 'placesOf'>,
  keys: readonly string[],
): Promise<Set<string>> {
  const wanted = new Set(keys.filter((key) => snapshot.numberOf(key) !== undefined));
  const reassigned = new Set<string>();
  if (wanted.size === 0) return reassigned;
  const named = new Map<string, Identity>();
  let number = 0;
  for (const fields of snapshot.fields()) {
    if (wanted.has(fields.key)) {
      named.set(fields.key, identityOf({ ...fields, attachments: snapshot.placesOf(number).attachments }));
    }
    number += 1;
  }
  const idsOfOthers = new IdsOfOthers(unitOfWork, source);
  for (const batch of batches([...wanted])) {
    const persons = await readRenamedPersons(unitOfWork, { source, groupKeys: new Map() }, batch, renamed);
    const others = await idsOfOthers.find(persons, named);
    for (const [key, identity] of persons.stored) {
      const now = named.get(key);
      if (now && !renamed.anew.has(key) && compareIdentities(identity, now, others).answer !== 'same')
        reassigned.add(key);
    }
  }
  return reassigned;
}
