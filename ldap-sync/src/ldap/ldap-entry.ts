// SPDX-License-Identifier: EUPL-1.2

/** The requested attributes of one entry. */
export interface LdapEntry {
  readonly dn: string;
  /** Attribute name in lower case → values as the directory sent them, `objectGUID` as the text of a GUID; an attribute without a value is absent. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

export interface Search {
  readonly base: string;
  readonly scope: 'base' | 'one' | 'sub';
  /**
   * The filter: a text of our own or, as a whole, of the settings. Nothing that a directory says is ever put into a filter (RFC 4515 §3).
   */
  readonly filter: string;
  /** A condition beside the filter, with a value that comes from outside. It never becomes text of a filter: ldapjs sends it as it is. */
  readonly equals?: { readonly attribute: string; readonly value: string };
  readonly attributes: readonly string[];
  /** Whether a base that does not exist simply holds nothing. Otherwise it is an error. */
  readonly baseMayBeAbsent?: boolean;
  /**
   * Called for each continuation reference (RFC 4511 §4.5.3) with its URLs: tells whether the search may go on without that part. If not,
   * and when it is absent, the answer is incomplete. A referral of the whole search (§4.1.10) is always an error.
   */
  readonly mayLack?: (urls: readonly string[]) => boolean;
  /** Called with each entry as the server sent it, without the message id (RFC 4511 §4.1.1). The bytes may be overwritten later. */
  readonly onBytes?: (entry: Buffer) => void;
}

/** A directory that answers one search at a time; entries come as fast as they are taken. */
export interface LdapDirectory {
  /** @throws UnavailableError when the answer is not complete */
  search(search: Search): AsyncIterable<LdapEntry>;
  /** The same entries in batches, as they come: waiting for each entry of a region alone takes a second. @throws UnavailableError */
  searchInBatches(search: Search): AsyncIterable<readonly LdapEntry[]>;
  /** Reads all entries for `onBytes` and decodes none. @throws UnavailableError when the answer is not complete */
  skim(search: Search): Promise<void>;
}

export interface OpenDirectory extends LdapDirectory {
  /** Whether the server supports paged results (RFC 2696). */
  readonly paging: boolean;
  /** The end of its verified certificate; undefined when nothing is encrypted. */
  readonly certificateUntil: Date | undefined;
  close(): void;
}
