// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { SchoolRecord } from '@volee/core-adapter/directory';

import type { LdapDirectory, LdapEntry, Search } from '../ldap/ldap-entry.js';
import type { NamedDirectory } from '../settings.js';
import type { Keys, MappedEntry } from './mapped-entry.js';

/** The structure of a directory. Reading is otherwise the same for all layouts (`read-layout.ts`). */
export interface Layout {
  /** The attribute that holds the login. Also the key, unless `keyAttribute` names another attribute. */
  readonly login: string;
  /** Whether an entry holds all data of a person, apart from the groups that name the person. */
  readonly saysAll?: boolean;
  /** Finds the schools and the places of their content. @throws UnavailableError */
  survey(directory: LdapDirectory, settings: SurveySettings): Promise<Survey>;
  /** The search for the entries of one login, without a survey. */
  loginQuery(login: string, settings: Pick<NamedDirectory, 'baseDn'>): LoginQuery;
}

export interface LoginQuery {
  readonly search: Search;
  /** Undefined when the entry does not tell. */
  profileOf(entry: LdapEntry): Profile | undefined;
}

export type SurveySettings = Pick<NamedDirectory, 'baseDn' | 'schools' | 'keyAttribute'>;

/** The schools found in a directory, and the searches for their content. */
export interface Survey {
  readonly schools: readonly FoundSchool[];
  /** The searches for people and groups: their number does not depend on the number of schools (ADR 0017). */
  readonly contents: readonly Content[];
  /** By UAI: the URLs of schools with an entry on another server. */
  readonly elsewhere?: ReadonlyMap<string, readonly string[]>;
}

export interface FoundSchool {
  readonly record: SchoolRecord;
  /** The expected branch of groups; absent for layouts without one per school. */
  readonly groupsAt?: string;
}

export interface Content {
  readonly search: Search;
  /** The meaning of an entry; undefined for entries to skip. */
  understand(entry: LdapEntry): Meaning | undefined;
  /** The only school that owns everything at or below these names; absent when names do not tell. */
  schoolOf?(names: readonly string[]): string | undefined;
}

/** A person or a group. `map` is called once the keys that it needs are known. */
export type Meaning =
  | { readonly kind: 'person'; readonly namesOthers: boolean; map(keys: Keys): MappedEntry }
  | { readonly kind: 'group'; readonly uai: string; map(keys: Keys): MappedEntry };
