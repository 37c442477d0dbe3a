// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import type { LdapEntry } from '../ldap-entry.js';
import type { PagedResultsValue } from './ldapjs-server.js';

export interface Found {
  entries: readonly LdapEntry[];
  /** Whether the size limit cut the list: the search then ends with result 4, on its last page. */
  limited: boolean;
}

export interface Page extends Found {
  /** Empty after the last page. */
  cookie: Buffer;
}

const NO_COOKIE = Buffer.alloc(0);

/** The paged searches that are under way on one connection (RFC 2696 §3): what is left of each, under its cookie. */
export class PagedSearches {
  readonly #left = new Map<string, Found>();

  begin(found: Found, size: number): Page {
    if (size === 0 || found.entries.length <= size) return { ...found, cookie: NO_COOKIE };
    const cookie = randomBytes(8);
    this.#left.set(cookie.toString('hex'), { ...found, entries: found.entries.slice(size) });
    return { entries: found.entries.slice(0, size), limited: false, cookie };
  }

  /** The next page, or `undefined` for a cookie that is unknown here or was used. A size of 0 ends the search. */
  resume({ size, cookie }: PagedResultsValue): Page | undefined {
    const key = cookie.toString('hex');
    const left = this.#left.get(key);
    this.#left.delete(key);
    if (!left) return undefined;
    return size === 0 ? { entries: [], limited: false, cookie: NO_COOKIE } : this.begin(left, size);
  }
}
