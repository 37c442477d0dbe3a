// SPDX-License-Identifier: EUPL-1.2
import { ENTRY_IDS, entryId } from '../entry-id.js';
import type { LdapEntry } from '../ldap-entry.js';

/**
 * Gives each new entry an id of its own. The id belongs to the entry: an entry that a test changes keeps it, and an entry that a test
 * deletes and writes again gets another one, even with the same DN.
 */
export class EntryIds {
  #last = 0;

  giveTo(entries: readonly LdapEntry[]): void {
    for (const { attributes } of entries) {
      if (ENTRY_IDS.some((name) => attributes[name])) continue;
      this.#last += 1;
      attributes['entryUUID'] = [entryId('added', this.#last)];
    }
  }
}
