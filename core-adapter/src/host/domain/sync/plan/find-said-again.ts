// SPDX-License-Identifier: EUPL-1.2
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { batches } from '../../directory/batches.js';
import { compareIdentities } from '../identity/compare-identities.js';
import { allWordsOf } from '../identity/compare-names.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { readCurrentPersons } from '../state/current-persons.js';
import { identityOf, type Identity } from '../state/identity.js';
import type { KnownDigests } from './known-digests.js';

type ReadSnapshot = Pick<Snapshot, 'fields' | 'placesOf'>;
type KnownKeys = Pick<KnownDigests, 'former' | 'moved'>;

/** An entry that may be that of a person who left. */
interface Entry {
  readonly key: string;
  readonly now: Identity;
  /** The stored keys of disabled people. */
  readonly formerKeys: readonly string[];
  /** Stored keys of the people that the entry names otherwise: by its key, or by its stable id. */
  readonly holderKeys: readonly string[];
}

/**
 * Finds entries that say again, without a difference, what they said of a person who left: a mistake of the directory was put right, also
 * one in the key. The present holder of the key or the stable id is another person or in doubt (ADR 79).
 * @returns key → stored key, which is the key itself when only the stable id went to another person
 */
export async function findSaidAgain(
  unitOfWork: UnitOfWork,
  source: string,
  snapshot: ReadSnapshot,
  known: KnownKeys,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (known.former.size === 0) return found;
  for (const batch of batches(entriesOf(snapshot, known))) {
    const keys = new Set(batch.flatMap(({ formerKeys, holderKeys }) => [...formerKeys, ...holderKeys]));
    const { stored } = await readCurrentPersons(unitOfWork, { source, groupKeys: new Map() }, [...keys]);
    for (const { key, now, formerKeys, holderKeys } of batch) {
      const former = formerKeys.flatMap((from) => {
        const identity = stored.get(from);
        return identity ? [{ from, identity }] : [];
      });
      const idsOfOthers = new Set(former.flatMap(({ identity }) => identity.stableIds));
      const isHolder = (one: string): boolean => {
        const holder = stored.get(one);
        return holder !== undefined && compareIdentities(holder, now, idsOfOthers).answer === 'same';
      };
      if (holderKeys.some(isHolder)) continue;
      const [only, ...others] = former.filter(({ identity }) => isSaidAgain(identity, now));
      if (only && others.length === 0) found.set(key, only.from);
    }
  }
  return found;
}

function entriesOf(snapshot: ReadSnapshot, { former, moved }: KnownKeys): Entry[] {
  const followed = new Map(moved.map(({ number, storedKey }) => [number, storedKey]));
  const entries: Entry[] = [];
  let number = -1;
  for (const fields of snapshot.fields()) {
    number += 1;
    const formerKeys = former.get(number);
    if (!formerKeys) continue;
    const { key } = fields;
    const holderKeys = [key, followed.get(number) ?? key].filter((one) => !formerKeys.includes(one));
    const now = identityOf({ ...fields, attachments: snapshot.placesOf(number).attachments });
    entries.push({ key, now, formerKeys, holderKeys });
  }
  return entries;
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
