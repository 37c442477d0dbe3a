// SPDX-License-Identifier: EUPL-1.2
import type { EntityClass } from './database.js';
import type { LocalClock } from './log.js';
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
  /**
   * The columns that may hold the id of a person, by table. From these the host makes the handlers of {@link PersonalDataHandlers}. With
   * them, `closeSchool` is always made: it removes the content of all files, then the rows of all entities.
   * An entity that is left out, and no entity at all, require the handlers `exportPerson`, `erasePerson` and `movePerson`.
   * @example
   * `tables: [{ entity: NoticeRow, columns: { addedBy: 'delete', groupId: 'group' }, exportAs: 'notices' }]`
   */
  readonly tables?: readonly PersonTable[];
}

/** The columns of one table that may hold the id of a person. @stable */
export interface PersonTable {
  readonly entity: EntityClass;
  /**
   * By name of the column. The contract suite wants each column of 36 letters here, except the key and references to tables
   * of the brick that are named after them, such as `noticeId` for `agenda_notice`.
   */
  readonly columns: Readonly<Record<string, PersonColumn>>;
  /**
   * The key of the records in `data.json` of an export, which people read in any language: a plain English word, such as `notices`. By
   * default the name of the class, without `Row` or `Entity`.
   */
  readonly exportAs?: string;
  /**
   * The brick moves the rows itself by its handler `movePerson`; required for a column in a unique key, where rows of two
   * people may meet.
   */
  readonly move?: 'handlers';
}

/**
 * The meaning of a column:
 * - `delete`: the row belongs to the person. It is exported, moved, and deleted with the content of its files.
 * - `blank`: the row outlives the person. It is exported with its files, and moved; an erasure sets the column to null.
 * - `handlers`: the handlers of the brick export, move and erase the column.
 * - `group`: the column holds the id of a group, and never that of a person. When two classes become one, the host writes the id of the class
 *   that stays. In a unique key, where rows of two classes may meet, the brick moves them by `brick.moveGroup`.
 * - `nobody`: the column never holds the id of a person or of a group, such as that of a row; or `brick.moveGroup` sees to it.
 *
 * An export holds the columns of a row that are not declared here, except `id`, `school` and the keys of files; files have the
 * name in the column `name`, if there is one. Rows of other tables that belong to a deleted row, and content that several rows share,
 * want handlers.
 * @stable
 */
export type PersonColumn = 'delete' | 'blank' | 'handlers' | 'group' | 'nobody';

/** For tables in which no row names a person. @stable */
export interface NothingKept {
  /** The reason: « Le menu de la cantine, sans personne ». */
  readonly none: string;
}

/**
 * Exports, moves and erases personal data; registered with `brick.personalData`, or made from the `tables` of the manifest. With `tables`, a brick
 * gives the handlers that these leave to it; each one runs before what the host makes. The host calls the handlers for each school in which the person
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
   * Gives the rows of one person to another, when an administrator decides that they are the same person. Afterwards no row of the school
   * holds the id `from`, and what belonged to `from` belongs to `to`. Where two rows of a unique key meet, the brick says which one stays.
   *
   * It runs in the transaction of the decision, so the handler has no storage: content keeps its key. A handler that throws refuses the
   * decision, and nothing is written. After a ConflictError, such as for a row of `to` that was written meanwhile, the decision is first
   * done again, up to five times in all.
   *
   * For two days the host calls it again, for rows that came with `from` after the decision, such as those of an upload that was on its
   * way. Where no row has that id, it changes nothing.
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
   * The keys that directories use or used for the person, for bricks that identify people by key. Keys that now name
   * another person are left out.
   */
  readonly sourceKeys: readonly SourceKey[];
}

/** Two people who become one, in one school. @stable */
export interface PersonMove extends Pick<SchoolData, 'uai' | 'db'> {
  /** The id of the person who is gone afterwards. */
  readonly from: string;
  /** The id of the person who stays. They may never have had a profile in this school before. */
  readonly to: string;
  /** In the time zone of the school. */
  readonly clock: LocalClock;
}

/** Two classes, or other groups, that become one, in one school. @stable */
export interface GroupMove extends Pick<SchoolData, 'uai' | 'db'> {
  /** The id of the group that is gone afterwards. */
  readonly from: string;
  /** The id of the group that stays. It is of the same school. */
  readonly to: string;
  /** In the time zone of the school. */
  readonly clock: LocalClock;
}

/** Gives the rows of one group to another; see `BrickBase.moveGroup`. @stable */
export type MoveGroup = (move: GroupMove) => Promise<void>;

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
