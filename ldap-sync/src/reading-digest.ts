// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

import { settingsPrint } from './directory-fingerprint.js';
import type { LdapDirectory, Search } from './ldap/ldap-entry.js';
import type { NamedDirectory } from './settings.js';

/**
 * A digest of what a directory sends while it is read: the searches, and each entry in its order, byte for byte, without message ids. Two
 * readings with the same digest have the same entries, and the same settings make the same records of them.
 */
export class ReadingDigest {
  readonly #hash = createHash('sha256');
  #isWhole = true;

  constructor(settings: NamedDirectory) {
    this.#hash.update(settingsPrint(settings));
  }

  /** Notes the searches and the entries that come through the returned directory. */
  watch(directory: LdapDirectory): LdapDirectory {
    return {
      search: (search) => directory.search(this.#noted(search)),
      searchInBatches: (search) => directory.searchInBatches(this.#noted(search)),
      skim: (search) => directory.skim(this.#noted(search)),
    };
  }

  /** Call it once, at the end. Undefined when a part is at another server: nobody knows whether that part changed. */
  end(): string | undefined {
    return this.#isWhole ? this.#hash.digest('base64url') : undefined;
  }

  #noted(search: Search): Search {
    const { base, scope, filter, attributes, mayLack } = search;
    this.#hash.update(JSON.stringify([base, scope, filter, attributes]));
    const goOn = (urls: readonly string[]): boolean => {
      this.#isWhole = false;
      return mayLack?.(urls) === true;
    };
    return { ...search, onBytes: (entry) => this.#hash.update(entry), mayLack: goOn };
  }
}
