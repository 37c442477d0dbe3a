// SPDX-License-Identifier: EUPL-1.2
import { retiredKey } from '../../directory/retired-key.js';
import type { CurrentPersons } from '../state/current-persons.js';
import type { PersonState, PersonStates } from '../state/person-state.js';
import type { Replacement } from './sync-plan.js';
import { compareIdentities, type Witness } from '../identity/compare-identities.js';
import { identityOf } from '../state/identity.js';

export interface Recognised {
  /** The stored people by key. People who lost their key to another person are under their retired keys. */
  readonly current: CurrentPersons;
  /** Keys that name another person than before. */
  readonly replaced: ReadonlyMap<string, Replacement>;
  /** People who lost their key to a renamed one; they are among the stored people under their retired keys. */
  readonly displaced: readonly Replacement[];
}

export interface KnownOthers {
  /** Stable ids that were read with one person and are stored with another. */
  readonly idsOfOthers?: ReadonlySet<string>;
  /** Returning keys to ask an administrator about, whatever the witnesses say. */
  readonly strangers?: ReadonlySet<string>;
  readonly displaced?: readonly Replacement[];
  /** Keys of accounts that were made anew. */
  readonly anew?: ReadonlySet<string>;
}

/** Witnesses that may differ when an account is made anew: number, day of birth and given name agree. */
const MADE_ANEW: readonly Witness[] = ['stable-id', 'family-name'];

/** Decides for each key read, present or returning, whether it still names the person stored under it. Pure. */
export function recognisePersons(
  current: CurrentPersons,
  after: PersonStates,
  { idsOfOthers, strangers, displaced = [], anew }: KnownOthers = {},
): Recognised {
  const replaced = new Map<string, Replacement>();
  for (const [key, person] of after) {
    const stored = current.stored.get(key);
    if (!stored) continue;
    const { answer, against } = compareIdentities(stored, identityOf(person), idsOfOthers);
    const isStranger = strangers?.has(key) === true;
    const isMadeAnew = anew?.has(key) === true && against.every((witness) => MADE_ANEW.includes(witness));
    if ((answer === 'same' || isMadeAnew) && !isStranger) continue;
    const { personId } = stored;
    const isDoubtful = answer !== 'different';
    replaced.set(key, { key, personId, formerKey: retiredKey(key, personId), isDoubtful, against });
  }
  return { current: replaced.size === 0 ? current : withRetiredKeys(current, replaced), replaced, displaced };
}

function withRetiredKeys(current: CurrentPersons, replaced: Recognised['replaced']): CurrentPersons {
  const present = new Map(current.present);
  const left = new Map(current.left);
  const elsewhere = new Set(current.elsewhere);
  const namedElsewhere = new Set(current.namedElsewhere);
  const stored = new Map(current.stored);
  for (const { key, formerKey } of replaced.values()) {
    for (const persons of [present, left]) rename(persons, key, formerKey);
    for (const keys of [elsewhere, namedElsewhere]) if (keys.delete(key)) keys.add(formerKey);
    const identity = stored.get(key);
    stored.delete(key);
    if (identity) stored.set(formerKey, identity);
  }
  return { present, left, elsewhere, namedElsewhere, stored };
}

function rename(persons: Map<string, PersonState>, from: string, to: string): void {
  const person = persons.get(from);
  persons.delete(from);
  if (person) persons.set(to, { ...person, key: to });
}
