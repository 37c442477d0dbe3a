// SPDX-License-Identifier: EUPL-1.2

/** The profile of a person in one school. A person may have several profiles, in several schools. @stable */
export const PROFILES = ['pupil', 'guardian', 'teacher', 'head', 'staff'] as const;
/** One of `PROFILES`. @stable */
export type Profile = (typeof PROFILES)[number];

/** The kinds of school that share one workspace: école (CM1, CM2) and collège (6e). @stable */
export type SchoolKind = 'primary' | 'college';

/** A school, as every user of the school may see it. @stable */
export interface School {
  /** Unité administrative immatriculée: seven digits and a check letter, such as `0390001X`. It identifies a school everywhere. */
  readonly uai: string;
  readonly name: string;
  readonly kind: SchoolKind;
  /** The IANA name of the time zone, such as `Europe/Paris`, for dates on pages. */
  readonly timeZone: string;
}

/** The signed-in user, with their profiles in the school of the address. @stable */
export interface CurrentUser {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  /** Never empty: users without a profile in the school get a 404 before the brick is called. */
  readonly profiles: readonly Profile[];
}

/** A class or another group of a school, in one school year. @stable */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly kind: GroupKind;
  /** The calendar year in which its school year starts: 2026 for the year from August 2026 to July 2027. */
  readonly schoolYear: number;
}

/** The kinds of groups: class, level, option, subject, service of the staff, and working group. @stable */
export const GROUP_KINDS = ['class', 'level', 'option', 'subject', 'service', 'work'] as const;
/** One of `GROUP_KINDS`. @stable */
export type GroupKind = (typeof GROUP_KINDS)[number];
