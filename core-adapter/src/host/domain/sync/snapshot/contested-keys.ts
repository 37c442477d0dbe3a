// SPDX-License-Identifier: EUPL-1.2
import { compareIdentities } from '../identity/compare-identities.js';
import { identityOf, type Identity } from '../state/identity.js';
import type { PersonFields } from '../state/person-state.js';
import { areOnePerson, markOf } from './entry-marks.js';

/** One or several entries of one person that claim a key or a login. */
export interface Claim {
  readonly fields: PersonFields;
  /** The key as the entry spells it. */
  readonly spelling: string;
  /** `attachmentKey`s. */
  readonly entries: readonly string[];
}

/** The identity of a stored person, with the login that the source gave them. */
export interface StoredClaimant extends Identity {
  readonly login: string;
}

/** People of the source, present or left, by key. */
export type StoredClaimants = ReadonlyMap<string, StoredClaimant>;

/** The maximum number of claims compared for one key or login; the cost grows with the square of their number. Further ones are left out. */
export const MOST_CLAIMS = 100;

/**
 * Chooses the entry that keeps a contested key or login: the one that is the stored person (a stable id counts most), else one that may be,
 * else the first. Pure.
 */
export function chooseClaim(claims: readonly Claim[], stored: (claim: Claim) => Identity | undefined): number {
  let [kept, highest] = [0, 0];
  claims.forEach((claim, at) => {
    const known = stored(claim);
    const rank = known ? rankOf(claim, known) : 0;
    if (rank > highest) [kept, highest] = [at, rank];
  });
  return kept;
}

/**
 * Merges the claims of each person, since a person may have entries in several schools. A second entry in the same school with the same
 * profile adds nothing and is returned as a duplicate. Pure.
 */
export function mergeClaims(claims: readonly Claim[]): { claimants: Claim[]; duplicates: Claim[] } {
  const [claimants, duplicates]: [Claim[], Claim[]] = [[], []];
  for (const claim of claims) {
    const at = claimants.findIndex((one) => areOneClaimant(one, claim));
    const one = claimants[at];
    if (!one) claimants.push(claim);
    else if (claim.entries.every((entry) => one.entries.includes(entry))) duplicates.push(claim);
    else claimants[at] = mergeTwo(one, claim);
  }
  return { claimants, duplicates };
}

function areOneClaimant(one: Claim, other: Claim): boolean {
  const ids = other.fields.stableIds ?? [];
  const hasOneId = ids.length > 0 && ids.every((id) => one.fields.stableIds?.includes(id));
  return areOnePerson({ ...one, mark: markOf(one.fields) }, { ...other, mark: markOf(other.fields) }, hasOneId);
}

function mergeTwo(one: Claim, other: Claim): Claim {
  const stableIds = [...new Set([...(one.fields.stableIds ?? []), ...(other.fields.stableIds ?? [])])];
  return {
    fields: { ...one.fields, ...(stableIds.length > 0 && { stableIds }) },
    spelling: one.spelling,
    entries: [...new Set([...one.entries, ...other.entries])],
  };
}

function rankOf({ fields, entries }: Claim, known: Identity): number {
  const identity = identityOf({ ...fields, attachments: new Set(entries) });
  const { answer } = compareIdentities(known, identity);
  if (answer !== 'same') return answer === 'doubt' ? 1 : 0;
  return identity.stableIds.some((id) => known.stableIds.includes(id)) ? 3 : 2;
}
