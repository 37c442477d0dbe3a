// SPDX-License-Identifier: EUPL-1.2

/** What a person is in one school. A person may be several things, in several schools. */
export const PROFILES = ['pupil', 'guardian', 'teacher', 'head', 'staff'] as const;
/** One of `PROFILES`. */
export type Profile = (typeof PROFILES)[number];

/** The kinds of school that share one workspace: école (CM1, CM2) and collège (6e). */
export type SchoolKind = 'primary' | 'college';

/** A school, as everybody who belongs to it may know it. */
export interface School {
  /** Unité administrative immatriculée: seven digits and a check letter; the key of a school everywhere. */
  readonly uai: string;
  readonly name: string;
  readonly kind: SchoolKind;
  /** IANA name, for dates that people read and write. */
  readonly timeZone: string;
}

/** The person who asks, as the host knows him in the school of the address. */
export interface CurrentUser {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  /** Never empty: who is nothing in a school meets a 404 before any brick is asked. */
  readonly profiles: readonly Profile[];
}

/** A class or another group of a school, in one school year. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
}

/** What groups there are: class, level, option, subject, service of the staff, and working group. */
export const GROUP_KINDS = ['class', 'level', 'option', 'subject', 'service', 'work'] as const;
/** One of `GROUP_KINDS`. */
export type GroupKind = (typeof GROUP_KINDS)[number];
