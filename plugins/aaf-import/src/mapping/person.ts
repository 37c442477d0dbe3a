// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { PersonRecord } from '@volee/core-adapter/directory';
import type { Entry } from '../entry.js';
import { valueOf } from '../values.js';

/**
 * A person in one school. AAF has no login: the key stands for it, and nobody can log in by this source.
 * @returns undefined without a family name
 */
export function mapPerson(entry: Entry, profile: Profile, uai: string): PersonRecord | undefined {
  const familyName = valueOf(entry, 'sn', 'ENTPersonNom');
  if (familyName === undefined) return undefined;
  const givenName = valueOf(entry, 'givenName', 'ENTPersonPrenom') ?? '';
  const displayName = `${givenName} ${familyName}`.trim();
  // ENTPersonJointure is given once: names may change.
  return {
    type: 'person',
    key: entry.key,
    stableId: entry.key,
    login: entry.key,
    givenName,
    familyName,
    displayName,
    profile,
    uai,
  };
}
