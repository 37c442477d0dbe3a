// SPDX-License-Identifier: EUPL-1.2
import type { GroupKind, Profile, SchoolKind } from './people.js';

/** A school that the directory names. */
export interface SchoolRecord {
  readonly type: 'school';
  readonly uai: string;
  readonly name: string;
  readonly kind: SchoolKind;
}

/** A person in one school. Who is in several comes once for each, under the same key. */
export interface PersonRecord {
  readonly type: 'person';
  /** The person's key at this source: stable, unique, at most 190 characters. */
  readonly key: string;
  /**
   * An id that the directory gives an entry once and never again, such as `entryUUID` (RFC 4530) or Active Directory's `objectGUID`;
   * at most 64 characters. It tells whether a key still names the same person. Absent: the source does not say.
   */
  readonly stableId?: string;
  /** What the person types at the SSO; unique at this source. */
  readonly login: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly displayName: string;
  readonly profile: Profile;
  /** The school whose branch names the person. */
  readonly uai: string;
  /**
   * The national pupil number, eleven characters. Two sources name one person when the number and the day of birth
   * both agree; the livret needs it. Absent: the source does not say.
   */
  readonly ine?: string;
  /** Day of birth, `YYYY-MM-DD`. */
  readonly birthDate?: string;
  /** A pupil's level, as ONDE writes it: `CM1`, `CM2`, `6E` … */
  readonly level?: string;
}

/** A class or another group of a school, in the current school year. */
export interface GroupRecord {
  readonly type: 'group';
  readonly uai: string;
  /** Unique in the school at this source. */
  readonly key: string;
  readonly kind: GroupKind;
  readonly name: string;
}

/** Somebody is in a group, or teaches it. */
export interface MembershipRecord {
  readonly type: 'membership';
  readonly uai: string;
  /** Key of the group in that school. */
  readonly group: string;
  /** Key of the person. */
  readonly person: string;
  /** Teachers of a class are its team; everybody else in it is a member. */
  readonly role: MembershipRole;
}

/** Whether somebody is in a group or teaches it. */
export type MembershipRole = 'member' | 'teacher';

/** A guardian and a child of theirs. */
export interface KinshipRecord {
  readonly type: 'kinship';
  /** Keys of persons of the same source. */
  readonly guardian: string;
  readonly child: string;
}

/**
 * A school that could not be read in full, while the others were. What the source does not say of this school is not gone: its
 * persons, groups and families stay as they are until the school is read again. What the source does say of it is added or changed.
 * Only for a source that is sure which school is concerned; otherwise `read` throws.
 * @example `{ type: 'unread-school', uai: '0390001X', reason: 'a part of it is at another server (ldap://ldap2.example.org)' }`
 */
export interface UnreadSchoolRecord {
  readonly type: 'unread-school';
  /** The school may have a `school` record, before or after this one, or none. */
  readonly uai: string;
  /** A few words in English for administrators, without the name of a person. */
  readonly reason: string;
}

/** What a directory says, one thing at a time. */
export type DirectoryRecord =
  SchoolRecord | UnreadSchoolRecord | PersonRecord | GroupRecord | MembershipRecord | KinshipRecord;

/** How many persons may go from a directory at once. */
export interface GuardLimits {
  /** The share, from 0 to 1, of those who were in a school, in each profile, who must still be there. */
  readonly keep: number;
  /** The share of those who were there a week ago: many small losses must not empty a school. */
  readonly keepInWeek: number;
  /** A loss of fewer persons than this passes without a word. */
  readonly ignoreUnder: number;
}

/**
 * A directory that the host reads in full: what it names is there, what it no longer names has left. Attachments to schools are
 * derived by the host from these records.
 */
export interface DirectorySource {
  /** Fixed once data came from it: persons are known by (source name, key). */
  readonly name: string;
  /** What people call it, such as « Écoles du Jura »; may change at any time. Absent: its name. */
  readonly label?: string;
  /** A cron pattern for `volee serve`; absent: only when somebody runs `volee sync run`. */
  readonly schedule?: string;
  /** How often at least everything is read, in milliseconds; absent: each time. Until then the mark may do instead. */
  readonly fullSyncInterval?: number;
  /**
   * How often `volee serve` asks for the mark, in milliseconds, and reads when it is another: what changes is seen within seconds.
   * Absent: never. It takes a mark.
   */
  readonly pollInterval?: number;
  /**
   * How many persons may leave before a plan waits for an administrator's approval. Defaults: a share of 0.9 stays within a day and 0.7
   * within a week, and fewer than 5 leavers always pass.
   */
  readonly guard?: Partial<GuardLimits>;
  /**
   * A text of at most 190 characters that stays the same for as long as reading would bring the same. Undefined when the directory does
   * not tell; absent when it never does. It is asked for before `read`: what changes meanwhile changes the next mark.
   * @throws UnavailableError
   */
  fingerprint?(signal: AbortSignal): Promise<string | undefined>;
  /**
   * What changed since a reading, where that can be told without reading everything: the records of the persons whose entries changed,
   * each of them whole, while nobody and nothing came, left or moved. Undefined: it is more than that, or cannot be told.
   * @param since what the last reading remembered
   * @throws UnavailableError
   */
  changes?(since: string, signal: AbortSignal): Promise<SourceChanges | undefined>;
  /**
   * Streams every record, a school before what is in it; what names a person may come before him.
   * It throws on anything short of a full answer (a cut connection, a size limit): a part must never pass for the whole. Where it is
   * sure that one school alone is concerned, it may say so by an `unread-school` record and go on.
   * @param remember takes a text of at most 190 characters from which `changes` can go on; it is called, if at all, before the end
   * @throws UnavailableError
   */
  read(signal: AbortSignal, remember?: (since: string) => void): AsyncIterable<DirectoryRecord>;
}

/** What changed in a directory. */
export interface SourceChanges {
  readonly records: readonly DirectoryRecord[];
  /** For the next time. */
  readonly since: string;
}
