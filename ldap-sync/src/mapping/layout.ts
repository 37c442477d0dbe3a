// SPDX-License-Identifier: EUPL-1.2
import type { SchoolRecord } from '@volee/core-adapter';

import type { LdapDirectory, LdapEntry, Search } from '../ldap/ldap-entry.js';
import type { NamedDirectory } from '../settings.js';
import type { Keys, Mapped } from './mapped.js';

/** How a directory is arranged. Everything else about reading it is the same for all (`read-layout.ts`). */
export interface Layout {
  /** The attribute that holds the login. It is the key too, unless `keyAttribute` names another one. */
  readonly login: string;
  /** Whether an entry alone says all that there is of somebody, besides the groups that name him. */
  readonly saysAll?: boolean;
  /** Finds the schools, and with them where the rest stands. @throws UnavailableError */
  survey(directory: LdapDirectory, settings: SurveySettings): Promise<Survey>;
}

export type SurveySettings = Pick<NamedDirectory, 'baseDn' | 'schools' | 'keyAttribute'>;

/** A directory whose schools are known. */
export interface Survey {
  readonly schools: readonly FoundSchool[];
  /** What finds people and groups: the same few searches however many schools there are (ADR 0017). */
  readonly contents: readonly Content[];
  /** UAI of schools whose own entry is at another server → the URLs of it. */
  readonly elsewhere?: ReadonlyMap<string, readonly string[]>;
}

export interface FoundSchool {
  readonly record: SchoolRecord;
  /** Where its groups should stand; absent where no school has groups of its own. */
  readonly groupsAt?: string;
}

export interface Content {
  readonly search: Search;
  /** What an entry stands for; undefined of what is passed over. */
  understand(entry: LdapEntry): Meaning | undefined;
  /** The one school to which everything belongs that stands at or below these names; absent where names do not tell. */
  schoolOf?(names: readonly string[]): string | undefined;
}

/** Somebody, or a group. What it says is asked for once the keys that it needs are known. */
export type Meaning =
  | { readonly kind: 'person'; readonly namesOthers: boolean; map(keys: Keys): Mapped }
  | { readonly kind: 'group'; readonly uai: string; map(keys: Keys): Mapped };
