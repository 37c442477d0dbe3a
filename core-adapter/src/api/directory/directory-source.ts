// SPDX-License-Identifier: EUPL-1.2
import type { GroupKind, Profile, SchoolKind } from '../people.js';

/** A school in the directory. @stable */
export interface SchoolRecord {
  readonly type: 'school';
  readonly uai: string;
  readonly name: string;
  readonly kind: SchoolKind;
}

/** A person in one school. A person in several schools has one record for each, with the same key. @stable */
export interface PersonRecord {
  readonly type: 'person';
  /** The person's key at this source: stable, unique, at most 190 characters. */
  readonly key: string;
  /**
   * An immutable id of the directory entry, such as `entryUUID` (RFC 4530) or Active Directory's `objectGUID`; at most
   * 64 characters. The host uses it to check that a key still names the same person. Absent when the source has none.
   */
  readonly stableId?: string;
  /** The login that the person types at the SSO; unique at this source. */
  readonly login: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly displayName: string;
  readonly profile: Profile;
  /** The UAI of the school in which the directory lists the person. */
  readonly uai: string;
  /**
   * The national pupil number (INE), eleven characters; the livret requires it. Two sources name the same person when
   * both this number and the date of birth match. Absent when the source has none.
   */
  readonly ine?: string;
  /** Date of birth, `YYYY-MM-DD`. */
  readonly birthDate?: string;
  /** A pupil's level, as ONDE writes it: `CM1`, `CM2`, `6E` … */
  readonly level?: string;
}

/** A class or another group of a school, in the current school year. @stable */
export interface GroupRecord {
  readonly type: 'group';
  readonly uai: string;
  /** Unique in the school at this source. */
  readonly key: string;
  readonly kind: GroupKind;
  readonly name: string;
}

/** A person is a member or a teacher of a group. @stable */
export interface MembershipRecord {
  readonly type: 'membership';
  readonly uai: string;
  /** Key of the group in that school. */
  readonly group: string;
  /** Key of the person. */
  readonly person: string;
  /** `teacher` for the teachers of a class, `member` for everybody else in it. */
  readonly role: MembershipRole;
}

/** The role of a person in a group. @stable */
export type MembershipRole = 'member' | 'teacher';

/** The relation between a guardian and their child. @stable */
export interface KinshipRecord {
  readonly type: 'kinship';
  /** Keys of people of the same source. */
  readonly guardian: string;
  readonly child: string;
}

/**
 * A school that could not be read in full although the others were. The host adds and changes what the source lists for
 * it, and removes none of its people, groups and families until the school is read in full again. Emit it only when
 * the affected school is known for certain; otherwise `read` throws.
 * @example `{ type: 'unread-school', uai: '0390001X', reason: 'a part of it is at another server
 * (ldap://ldap2.example.org)' }`
 * @stable
 */
export interface UnreadSchoolRecord {
  readonly type: 'unread-school';
  /** The UAI of the school. A `school` record may come before or after this record, or be missing. */
  readonly uai: string;
  /** A few words in English for administrators, without any person's name. */
  readonly reason: string;
}

/** One record of a directory. @stable */
export type DirectoryRecord =
  SchoolRecord | UnreadSchoolRecord | PersonRecord | GroupRecord | MembershipRecord | KinshipRecord;

/** Limits on the number of people who may leave a directory at once. @stable */
export interface GuardLimits {
  /** The share, from 0 to 1, of the people of each profile in a school that must still be listed. */
  readonly keep: number;
  /** The same share compared with a week ago, so that many small losses cannot empty a school. */
  readonly keepInWeek: number;
  /** A loss of fewer people than this is always allowed. */
  readonly ignoreUnder: number;
}

/** An entry of a login, as the directory shows it at this moment. @stable */
export interface LoginEntry {
  /** As in a `PersonRecord`. */
  readonly stableId?: string;
  readonly profile?: Profile;
}

/**
 * A directory that the host reads in full: people and groups that it no longer lists have left. The host derives each
 * person's schools from the records.
 * @stable
 */
export interface DirectorySource {
  /** The name of the source. Do not change it once data was read: people are identified by (source name, key). */
  readonly name: string;
  /** A display name, such as « Écoles du Jura », which may change at any time. Default: `name`. */
  readonly label?: string;
  /** A cron pattern for `volee serve`. When absent, the source is read only by `volee sync run`. */
  readonly schedule?: string;
  /**
   * The longest time between two full readings, in milliseconds. Until it has passed, an unchanged `fingerprint` or
   * `changes` replaces a full reading. When absent, every reading is full.
   */
  readonly fullSyncInterval?: number;
  /**
   * The interval at which `volee serve` asks for the `fingerprint`, in milliseconds. The source is read when the
   * fingerprint differs, so that changes are seen within seconds. Requires `fingerprint`; when absent, the source is
   * not polled.
   */
  readonly pollInterval?: number;
  /**
   * The number of people who may leave before a plan needs an administrator's approval. By default, 0.9 must stay
   * within a day and 0.7 within a week, and fewer than 5 leavers are always allowed.
   */
  readonly guard?: Partial<GuardLimits>;
  /**
   * A text of at most 190 characters that changes whenever a reading would give another result. Undefined when the
   * directory gives none; absent when it never does. The host asks for it before `read`, so that a change during the
   * reading changes the next fingerprint.
   * @throws UnavailableError
   */
  fingerprint?(signal: AbortSignal): Promise<string | undefined>;
  /**
   * The changes since an earlier reading: complete records of the people with changed entries. Undefined when somebody
   * or something was added, moved or removed, or when the directory cannot tell.
   * @param cursor the text that the earlier reading passed to `saveCursor`
   * @throws UnavailableError
   */
  changes?(cursor: string, signal: AbortSignal): Promise<SourceChanges | undefined>;
  /**
   * The entries that a login has at this moment; empty when there is none. The host asks for them when the person logs in: a login that the
   * directory has given to another person since the last sync opens no session. When absent, logins are not compared.
   * @throws UnavailableError when the directory does not answer in time: the login then goes on
   */
  entriesOf?(login: string): Promise<readonly LoginEntry[]>;
  /**
   * Reads everything without making records, and returns a digest: the same text as long as `read` would yield the
   * same records in the same order. The host asks for it when it knows what the last digest led to, and does not call `read` when it is the
   * same. Undefined when the source cannot tell, for example because a part was not read.
   * @throws UnavailableError as `read` does
   */
  digest?(signal: AbortSignal): Promise<string | undefined>;
  /**
   * Streams every record. A school comes before its contents; a record that names a person may come before that
   * person's record. It throws on any incomplete answer (a cut connection, a size limit), so that a part is never taken
   * for the whole. When only one school is certainly affected, it may emit an `unread-school` record and continue.
   * @param saveCursor takes a text of at most 190 characters that is later passed to `changes`; call it, if at all,
   * before the stream ends
   * @param saveDigest takes the digest of exactly what is streamed, which `digest` returns while the source is unchanged; call it, if at all,
   * before the stream ends
   * @throws UnavailableError
   */
  read(
    signal: AbortSignal,
    saveCursor?: (cursor: string) => void,
    saveDigest?: (digest: string) => void,
  ): AsyncIterable<DirectoryRecord>;
}

/** The changes in a directory. @stable */
export interface SourceChanges {
  readonly records: readonly DirectoryRecord[];
  /** The `cursor` of the next call of `changes`. */
  readonly cursor: string;
}
