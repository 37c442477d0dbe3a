// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap/ldap-entry.js';
import type { Keys, Mapped } from './mapped.js';
import { mapGroup } from './scribe-group.js';
import { mapPerson } from './scribe-person.js';
import type { Branch } from './scribe-tree.js';

/** Where an entry stands. */
export interface Place {
  readonly branch: Branch;
  readonly uai: string;
}

/** One entry of a Scribe in Volée's words. Pure: it knows nothing of what other entries say. */
export function mapScribe(entry: LdapEntry, { branch, uai }: Place, keys: Keys): Mapped {
  return branch === 'groupes' ? mapGroup(entry, uai, keys) : mapPerson(entry, branch, uai, keys);
}
