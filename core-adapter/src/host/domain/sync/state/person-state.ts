// SPDX-License-Identifier: EUPL-1.2
import type { MembershipRole } from '../../../../api/directory/directory-source.js';
import type { GroupKind, Profile, SchoolKind } from '../../../../api/people.js';

/** Schools and groups of one source. */
export interface PlacesImage {
  /** By UAI. */
  readonly schools: ReadonlyMap<string, SchoolFields>;
  /** Groups of the current school year, by `groupKey`. */
  readonly groups: ReadonlyMap<string, GroupFields>;
}

export interface SchoolFields {
  readonly uai: string;
  readonly name: string;
  readonly kind: SchoolKind;
}

export interface GroupFields {
  readonly uai: string;
  readonly key: string;
  readonly kind: GroupKind;
  readonly name: string;
}

export interface PersonFields {
  readonly key: string;
  /** Ids that the directory gives an entry once and never again, sorted; absent when it has none. */
  readonly stableIds?: readonly string[];
  readonly login: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly displayName: string;
  /** Present when the source says them. */
  readonly ine?: string;
  readonly birthDate?: string;
  readonly level?: string;
}

/** The state of a person in one source, with keys only. Stored and read states have the same shape, so that a plan is their difference. */
export interface PersonState extends PersonFields {
  /** `attachmentKey`s of the current attachments. */
  readonly attachments: ReadonlySet<string>;
  /** `groupKey` → role, in groups of the current school year. */
  readonly memberships: ReadonlyMap<string, MembershipRole>;
  /** Keys of the person's children. */
  readonly children: ReadonlySet<string>;
}

/** People by normalised key. */
export type PersonStates = ReadonlyMap<string, PersonState>;

/** A UAI has no space, so the first space ends it. */
export function groupKey(uai: string, key: string): string {
  return `${uai} ${key}`;
}

export function readGroupKey(groupKey: string): { uai: string; key: string } {
  const end = groupKey.indexOf(' ');
  return { uai: groupKey.slice(0, end), key: groupKey.slice(end + 1) };
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
