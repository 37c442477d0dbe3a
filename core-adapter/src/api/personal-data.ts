// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from './school-work.js';

/**
 * The personal data that a brick keeps; each field is the key of one of its texts. A brick with tables declares its
 * personal data, or why it keeps none.
 * @stable
 */
export type PersonalData = KeptData | NothingKept;

/** The entry of the brick in the register of processing (GDPR, art. 30). @stable */
export interface KeptData {
  /** The data: « Les fichiers déposés, leur nom, leur date et qui les a déposés ». */
  readonly kept: string;
  /** The purpose of the processing. */
  readonly purpose: string;
  /** The retention period, and what remains without the name after an erasure. */
  readonly retention: string;
}

/** For tables in which no row names a person. @stable */
export interface NothingKept {
  /** The reason: « Le menu de la cantine, sans personne ». */
  readonly none: string;
}

/**
 * Exports, moves and erases personal data; registered with `brick.personalData`. The host calls the handlers for each school in which the person
 * ever had a profile, also where the brick is off. Each call may take 10 minutes, and `movePerson` 10 seconds.
 *
 * A handler that throws is called again (for erasures, the next day), so it must cope with its own half-done work: remove the content of
 * files before the rows that hold the keys.
 * @stable
 */
export interface PersonalDataHandlers {
  /**
   * Returns all that the brick keeps about this person in the school, and nothing about anybody else: the right of
   * access (GDPR, art. 15).
   */
  exportPerson(person: PersonInSchool): Promise<PersonExport>;
  /** Erases a person. Afterwards no row of the school holds the person's id, and everything that belonged to them alone is gone. */
  erasePerson(person: PersonInSchool): Promise<void>;
  /**
   * Gives the rows of one person to another, when an administrator decides that the two are one. Afterwards no row of the
   * school holds the id `from`, and what belonged to `from` belongs to `to`. Where two rows of a unique key meet, the brick
   * says which one stays.
   *
   * It runs in the transaction of the decision, so there is no storage: content stays where its key leads. A handler that
   * throws refuses the decision, and nothing is written. After a ConflictError, such as for a row of `to` that was written
   * meanwhile, the decision is first done again, up to five times in all.
   * @example
   * `movePerson: async ({ db, from, to }) => { await db.repository(Notice).update({ addedBy: from }, { addedBy: to }); }`
   */
  movePerson(move: PersonMove): Promise<void>;
  /** Erases a school. Afterwards the brick holds neither rows nor files of the school. */
  closeSchool(school: SchoolData): Promise<void>;
}

/** The brick's rows and files in one school, and no other. @stable */
export interface SchoolData extends Pick<SchoolWork, 'db' | 'storage'> {
  readonly uai: string;
}

/** A person in one school; the person may have left. @stable */
export interface PersonInSchool extends SchoolData {
  readonly personId: string;
  /**
   * The keys that directories use or used for the person, for bricks that identify persons by key. Keys that now name
   * another person are left out.
   */
  readonly sourceKeys: readonly SourceKey[];
}

/** Two persons that become one, in one school. @stable */
export interface PersonMove extends Pick<SchoolData, 'uai' | 'db'> {
  /** The id of the person that is gone afterwards. */
  readonly from: string;
  /** The id of the person that stays. They may never have had a profile in this school before. */
  readonly to: string;
}

/** The key of a person at one source. @stable */
export interface SourceKey {
  /** The name of the source, as in `volee sync`. */
  readonly source: string;
  /** The key, normalised: lower case, without accents, with single spaces. */
  readonly key: string;
}

/** The personal data of one person in one school. @stable */
export interface PersonExport {
  /** Records by a name that the person understands; exported as JSON. */
  readonly records: Readonly<Record<string, readonly object[]>>;
  /** Stored files by storage key, each with the file name for the export. */
  readonly files?: readonly { readonly name: string; readonly key: string }[];
}
