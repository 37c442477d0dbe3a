// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from './database.js';
import type { SchoolStorage } from './storage.js';

/**
 * What a brick keeps about persons, in words that people read: each is the key of one of its texts. A brick with tables says
 * this, or why there is nothing to say.
 */
export type PersonalData = KeptData | NothingKept;

/** The entry of the brick in the register of processing (GDPR, art. 30). */
export interface KeptData {
  /** What: « Les fichiers déposés, leur nom, leur date et qui les a déposés ». */
  readonly kept: string;
  /** What for. */
  readonly purpose: string;
  /** How long, and what stays without the name when somebody is erased. */
  readonly retention: string;
}

/** For tables in which no row names a person. */
export interface NothingKept {
  /** Why: « Le menu de la cantine, sans personne ». */
  readonly none: string;
}

/**
 * How a brick gives out and forgets what it keeps: registered by `brick.personalData`. The host asks school by school, wherever
 * the person ever was something, whether the brick is on there or not. Each has 10 minutes. One that throws is asked again, the
 * next day when somebody is erased: what it did the first time must not be in its way. So remove the content of files
 * before the rows that know its keys.
 */
export interface PersonalDataHandlers {
  /** All that the brick keeps in the school of this person, and of nobody else: the right of access (GDPR, art. 15). */
  exportPerson(person: PersonInSchool): Promise<PersonExport>;
  /** Afterwards no row there holds the person's id, and nothing is left that was his alone. */
  erasePerson(person: PersonInSchool): Promise<void>;
  /** Afterwards the brick holds neither row nor file in the school. */
  closeSchool(school: SchoolHeld): Promise<void>;
}

/** What a brick holds in one school; it reaches no other. */
export interface SchoolHeld {
  readonly uai: string;
  readonly db: SchoolDatabase;
  readonly storage: SchoolStorage;
}

/** A person, who may have left, in one school. */
export interface PersonInSchool extends SchoolHeld {
  readonly personId: string;
  /** What directories call him or called him, for a brick that knows persons by that; none that now means somebody else. */
  readonly sourceKeys: readonly SourceKey[];
}

/** What one source calls a person. */
export interface SourceKey {
  /** As in `volee sync`. */
  readonly source: string;
  /** As the source writes it, but for case, accents and spaces: small letters, none, single ones. */
  readonly key: string;
}

/** What one brick keeps of one person in one school. */
export interface PersonExport {
  /** Written as JSON, under names that the person understands. */
  readonly records: Readonly<Record<string, readonly object[]>>;
  /** Contents, by what the storage calls them. */
  readonly files?: readonly { readonly name: string; readonly key: string }[];
}
