// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import type { UnitOfWork } from '../../../infra/database/unit-of-work.js';
import { batches } from '../../directory/batches.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { retiredKey } from '../../directory/retired-key.js';
import { compareIdentities } from '../identity/compare-identities.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { readCurrentPersons } from '../state/current-persons.js';
import { identityOf } from '../state/identity.js';
import type { PersonFields } from '../state/person-state.js';
import { findFormerAccounts } from './former-accounts.js';
import { findSaidAgain } from './find-said-again.js';
import type { KnownDigests } from './known-digests.js';
import type { Replacement } from './sync-plan.js';

/** Keys of people who have another key in the directory than stored. Keys may be exchanged, and inherited from a leaver. */
export interface RenamedKeys {
  /** New key → stored key. */
  readonly storedKeys: ReadonlyMap<string, string>;
  /** Stored key → new key; the retired key where another person took the key over. */
  readonly newKeys: ReadonlyMap<string, string>;
  /** By key: people who leave, since a renamed person has their key now. */
  readonly displaced: ReadonlyMap<string, Replacement>;
  /** New keys of accounts that were made anew: another stable id does not make them another person. */
  readonly anew: ReadonlySet<string>;
}

type ReadSnapshot = Pick<Snapshot, 'fields' | 'numberOf' | 'placesOf'>;

const NOTHING: RenamedKeys = { storedKeys: new Map(), newKeys: new Map(), displaced: new Map(), anew: new Set() };

/** An entry with the stable id of a person who is stored under another key. */
interface Candidate {
  readonly from: string;
  readonly to: string;
  readonly number: number;
  readonly fields: PersonFields;
}

/**
 * Finds renamed keys: by the stable id of the entry, as after a marriage with a new login; by keys that earlier versions stored without
 * accents; and by entries that say again what they said of a person who left. Whether the person is the same is checked later; but in doubt
 * a key stays with its holder.
 */
export async function findRenamedKeys(
  unitOfWork: UnitOfWork,
  source: string,
  snapshot: ReadSnapshot,
  known: KnownDigests,
): Promise<RenamedKeys> {
  if (!known.hasNew && known.moved.length === 0 && known.former.size === 0) return NOTHING;
  const storedKeys = new Map<string, string>();
  const { foldedKeys, ...entries } = readEntries(snapshot, known);
  const taken = new Set<string>();
  const rename = (from: string, to: string): void => {
    if (to === from || storedKeys.has(to) || taken.has(from)) return;
    taken.add(from);
    storedKeys.set(to, from);
  };
  const saidAgain = await findSaidAgain(unitOfWork, source, snapshot, known);
  for (const [to, from] of saidAgain) rename(from, to);
  // A stable id does not lead to an entry that belongs to another person again.
  const candidates = entries.candidates.filter(({ to }) => !saidAgain.has(to));
  const isHeld = ({ number }: Candidate): boolean => known.isPresent(number);
  const same = await findSame(unitOfWork, source, snapshot, candidates.filter(isHeld));
  for (const one of candidates) if (!isHeld(one) || same.has(one)) rename(one.from, one.to);
  // Each renamed person frees a key for the next one, so the search goes on until it finds no further key.
  for (let before = -1; before < storedKeys.size;) {
    before = storedKeys.size;
    for (const { from, to } of candidates) if (taken.has(to)) rename(from, to);
  }
  for (const keys of batches([...foldedKeys.keys()])) {
    for (const row of await findRows(unitOfWork, source, keys)) {
      const named = foldedKeys.get(row.key) ?? [];
      // Earlier versions stored logins with their accents.
      const theirs = named.find(({ login }) => login === (row.login ?? row.formerLogin));
      const only = named.length === 1 && snapshot.numberOf(row.key) === undefined ? named[0] : undefined;
      const to = (theirs ?? only)?.key;
      if (to !== undefined) rename(row.key, to);
    }
  }
  const anew = new Set<string>();
  for (const [to, from] of await findFormerAccounts(unitOfWork, source, snapshot, known)) {
    rename(from, to);
    if (storedKeys.get(to) === from) anew.add(to);
  }
  const displaced = await findDisplaced(
    unitOfWork,
    source,
    [...storedKeys.keys()].filter((key) => !taken.has(key)),
  );
  const newKeys = new Map(Array.from(storedKeys, ([to, from]) => [from, to]));
  for (const { key, formerKey } of displaced.values()) newKeys.set(key, formerKey);
  return { storedKeys, newKeys, displaced, anew };
}

/** Reads the entries that may be those of renamed people. */
function readEntries(
  snapshot: ReadSnapshot,
  known: KnownDigests,
): { candidates: Candidate[]; foldedKeys: Map<string, PersonFields[]> } {
  const movedTo = new Map(known.moved.map((person) => [person.number, person]));
  const candidates: Candidate[] = [];
  const foldedKeys = new Map<string, PersonFields[]>();
  const silent = new Set<string>();
  let number = 0;
  for (const fields of snapshot.fields()) {
    const moved = movedTo.get(number);
    // The id may stand in an entry that was left out.
    const from = fields.stableIds?.some((id) => moved?.stableIds.includes(id)) ? moved?.storedKey : undefined;
    const folded = known.isNew(number) ? normaliseForSearch(fields.key) : fields.key;
    if (fields.stableIds === undefined) silent.add(fields.key);
    else if (from !== undefined) candidates.push({ from, to: fields.key, number, fields });
    if (folded !== fields.key) foldedKeys.set(folded, [...(foldedKeys.get(folded) ?? []), fields]);
    number += 1;
  }
  // A key that is still in the directory without a stable id may be the same person's: it stays with them.
  return { candidates: candidates.filter(({ from }) => !silent.has(from)), foldedKeys };
}

/** The candidates that are the stored person beyond doubt. */
async function findSame(
  unitOfWork: UnitOfWork,
  source: string,
  snapshot: ReadSnapshot,
  candidates: readonly Candidate[],
): Promise<Set<Candidate>> {
  const keys = candidates.map(({ from }) => from);
  const { stored } = await readCurrentPersons(unitOfWork, { source, groupKeys: new Map() }, keys);
  const isSame = ({ from, number, fields }: Candidate): boolean => {
    const person = stored.get(from);
    const named = identityOf({ ...fields, attachments: snapshot.placesOf(number).attachments });
    return person !== undefined && compareIdentities(person, named).answer === 'same';
  };
  return new Set(candidates.filter(isSame));
}

/** People who are present and lose their key to a renamed one. A leaver's key is retired when the plan is applied. */
async function findDisplaced(
  unitOfWork: UnitOfWork,
  source: string,
  keys: readonly string[],
): Promise<Map<string, Replacement>> {
  const displaced = new Map<string, Replacement>();
  for (const batch of batches(keys)) {
    for (const { key, personId, leftAt } of await findRows(unitOfWork, source, batch)) {
      if (leftAt !== null) continue;
      const formerKey = retiredKey(key, personId);
      displaced.set(key, { key, formerKey, personId, isDoubtful: false, against: ['stable-id'] });
    }
  }
  return displaced;
}

function findRows(unitOfWork: UnitOfWork, source: string, keys: readonly string[]): Promise<ExternalIdRow[]> {
  return unitOfWork.run((manager) =>
    manager.find(ExternalIdRow, { where: { source, key: In([...keys]) }, order: { id: 'ASC' } }),
  );
}
