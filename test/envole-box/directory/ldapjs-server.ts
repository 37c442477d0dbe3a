// SPDX-License-Identifier: EUPL-1.2
// The parts of the ldapjs server that this folder uses, with types that @types/ldapjs lacks or has as `any`.
import type { AddressInfo, Socket } from 'node:net';

declare module 'ldapjs' {
  interface ServerOptions {
    connectionRouter?: (socket: Socket) => void;
  }
  interface Server {
    newConnection(socket: Socket): void;
    address(): AddressInfo;
  }
  class PagedResultsControl {
    static readonly OID: string;
    constructor(options: { value: PagedResultsValue; criticality?: boolean });
  }
}

/** RFC 2696 §2: size of a page and, from the second page on, the cookie of the server. */
export interface PagedResultsValue {
  size: number;
  cookie: Buffer;
}

export interface RequestControl {
  type: string;
  criticality: boolean;
  value: PagedResultsValue;
}

/** A DN as ldapjs parses it; its text is escaped (RFC 4514 §2.4). */
export interface ParsedDn {
  toString(): string;
}

export interface LdapSocket extends Socket {
  /** ldapjs sets `bindDN` to `cn=anonymous` at the start and at each anonymous bind. */
  ldap: { bindDN: ParsedDn };
}

interface Request {
  connection: LdapSocket;
  controls: RequestControl[];
}

export interface BindRequest extends Request {
  name: ParsedDn;
  credentials: string;
}

export interface SearchRequest extends Request {
  baseObject: ParsedDn;
  scopeName: 'base' | 'single' | 'subtree';
  filter: LdapFilter;
  attributes: string[];
  sizeLimit: number;
  typesOnly: boolean;
}

/** A filter tree; its values come escaped as in a filter string (RFC 4515 §3), also when the client did not escape. */
export type LdapFilter =
  | { type: 'AndFilter' | 'OrFilter'; clauses: LdapFilter[] }
  | { type: 'NotFilter'; filter: LdapFilter }
  | { type: 'PresenceFilter'; attribute: string }
  | { type: 'SubstringFilter'; attribute: string; initial: string; any: string[]; final: string }
  | { type: ValueFilterType; attribute: string; value: string };

export type ValueFilterType =
  'EqualityFilter' | 'ApproximateFilter' | 'GreaterThanEqualsFilter' | 'LessThanEqualsFilter' | 'ExtensibleFilter';

export interface LdapResponse {
  diagnosticMessage: string;
  end(status: number): void;
}

export interface SearchResponse extends LdapResponse {
  createSearchEntry(entry: { objectName: string; attributes: { type: string; values: (string | Buffer)[] }[] }): object;
  send(entry: object): void;
  addControl(control: object): void;
}
