// SPDX-License-Identifier: EUPL-1.2
import { compareIdentities } from '../identity/compare-identities.js';
import { identityOf, type Identity } from '../identity/identity.js';
import type { PersonFields } from '../image/directory-image.js';

/** One of several entries that claim one key or one login. */
export interface Claim {
  readonly fields: PersonFields;
  /** The key as the entry writes it. */
  readonly spelling: string;
  /** An `attachmentKey`. */
  readonly entries: readonly string[];
}

/** A person as stored: who they are, and the login that the source gave them. */
export interface StoredClaimant extends Identity {
  readonly login: string;
}

/** Persons whom the source named, present or left, by key. */
export type StoredClaimants = ReadonlyMap<string, StoredClaimant>;

/**
 * Which of several entries keeps what they claim: the one that is the stored person, by a stable id before all else; the first, when
 * nobody is stored or none of them is that person. Pure.
 */
export function chooseClaim(claims: readonly Claim[], stored: (claim: Claim) => Identity | undefined): number {
  const ranks = claims.map((claim) => {
    const known = stored(claim);
    return known ? rankOf(claim, known) : 0;
  });
  return ranks.indexOf(Math.max(...ranks));
}

function rankOf({ fields, entries }: Claim, known: Identity): number {
  const identity = identityOf({ ...fields, attachments: new Set(entries) });
  if (compareIdentities(known, identity).answer !== 'same') return 0;
  return identity.stableIds.some((id) => known.stableIds.includes(id)) ? 2 : 1;
}
