// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { batches } from '../../directory/batches.js';
import { keyBeforeRetirement } from '../../directory/retired-key.js';
import { compareIdentities } from '../identity/compare-identities.js';
import { allWordsOf } from '../identity/compare-names.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { readCurrentPersons } from '../state/current-persons.js';
import { identityOf, type Identity } from '../state/identity.js';

/**
 * Finds entries that say again, without a difference, what they said of a former holder of their key: a mistake of the directory was put
 * right. The present holder is another person or in doubt (ADR 79).
 * @param retired retired keys that the snapshot names as they were before
 * @returns key → retired key
 */
export async function findSaidAgain(
  unitOfWork: UnitOfWork,
  source: string,
  snapshot: Pick<Snapshot, 'fields' | 'placesOf'>,
  retired: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (retired.length === 0) return found;
  const formerKeys = new Map<string, string[]>();
  for (const one of retired) {
    const key = keyBeforeRetirement(one);
    formerKeys.set(key, [...(formerKeys.get(key) ?? []), one]);
  }
  for (const batch of batches([...namedNow(snapshot, formerKeys)])) {
    const keys = batch.flatMap(([key]) => [key, ...(formerKeys.get(key) ?? [])]);
    const { stored } = await readCurrentPersons(unitOfWork, { source, groupKeys: new Map() }, keys);
    for (const [key, now] of batch) {
      const former = (formerKeys.get(key) ?? []).flatMap((from) => {
        const identity = stored.get(from);
        return identity ? [{ from, identity }] : [];
      });
      const holder = stored.get(key);
      const idsOfOthers = new Set(former.flatMap(({ identity }) => identity.stableIds));
      if (holder && compareIdentities(holder, now, idsOfOthers).answer === 'same') continue;
      const [only, ...others] = former.filter(({ identity }) => isSaidAgain(identity, now));
      if (only && others.length === 0) found.set(key, only.from);
    }
  }
  return found;
}

function namedNow(
  snapshot: Pick<Snapshot, 'fields' | 'placesOf'>,
  wanted: ReadonlyMap<string, unknown>,
): Map<string, Identity> {
  const named = new Map<string, Identity>();
  let number = 0;
  for (const fields of snapshot.fields()) {
    if (wanted.has(fields.key)) {
      named.set(fields.key, identityOf({ ...fields, attachments: snapshot.placesOf(number).attachments }));
    }
    number += 1;
  }
  return named;
}

/** Whether all known fields agree and the names are equal, with an id, a number or a day among them. */
function isSaidAgain(former: Identity, now: Identity): boolean {
  const { answer, against } = compareIdentities(former, now);
  if (answer !== 'same' || against.length > 0) return false;
  const isKnown =
    now.stableIds.some((id) => former.stableIds.includes(id)) ||
    (now.ine !== undefined && now.ine === former.ine) ||
    (now.birthDate !== undefined && now.birthDate === former.birthDate);
  const names = allWordsOf(now);
  return isKnown && names !== '' && names === allWordsOf(former);
}
