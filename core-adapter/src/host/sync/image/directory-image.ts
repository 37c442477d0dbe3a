// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../api/directory-source.js';
import type { GroupKind, Profile, SchoolKind } from '../../../api/people.js';

/**
 * What one source says, by keys alone: the same shape for what is stored and for what was read, so that a plan is their difference.
 */
export interface DirectoryImage {
  /** By UAI. */
  readonly schools: ReadonlyMap<string, SchoolFields>;
  /** By folded key. */
  readonly persons: ReadonlyMap<string, ImagePerson>;
  /** By `groupKey`; those of the current school year. */
  readonly groups: ReadonlyMap<string, GroupFields>;
  /** `groupKey` → key of the person → role. */
  readonly memberships: ReadonlyMap<string, ReadonlyMap<string, MembershipRole>>;
  /** Key of the guardian → keys of his children. */
  readonly kinships: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface SchoolFields {
  readonly uai: string;
  readonly name: string;
  readonly kind: SchoolKind;
}

export interface PersonFields {
  readonly key: string;
  readonly login: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly displayName: string;
}

export interface ImagePerson extends PersonFields {
  /** `attachmentKey`s of what is in force. */
  readonly attachments: ReadonlySet<string>;
}

export interface GroupFields {
  readonly uai: string;
  readonly key: string;
  readonly kind: GroupKind;
  readonly name: string;
}

/** A UAI has no space, so that it ends at the first one. */
export function groupKey(uai: string, key: string): string {
  return `${uai} ${key}`;
}

export function attachmentKey(uai: string, profile: Profile): string {
  return `${uai} ${profile}`;
}

export function readAttachmentKey(key: string): { uai: string; profile: Profile } {
  const end = key.indexOf(' ');
  return { uai: key.slice(0, end), profile: key.slice(end + 1) as Profile };
}

/** The schools that a person is attached to. */
export function schoolsOf(attachments: Iterable<string>): string[] {
  return [...new Set([...attachments].map((key) => readAttachmentKey(key).uai))].sort();
}
