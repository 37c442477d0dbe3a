// SPDX-License-Identifier: EUPL-1.2
import type { SchoolKind } from '@volee/core-adapter';
import type { ByProfile } from './by-profile.js';

/**
 * How far a profile may write to another, from the narrowest to the widest: to nobody, in reply, to one's own child or guardian, between
 * a teacher and the pupils and families of their groups, within a class, to everybody of the school. Each but `no` includes the reply.
 */
export const REACHES = ['no', 'reply', 'own', 'teaches', 'class', 'school'] as const;
export type Reach = (typeof REACHES)[number];

/** The reach from each profile (outer key) to each profile (inner key). */
export type RuleTable = ByProfile<ByProfile<Reach>>;

/** Hours and days at which no message arrives. */
export interface QuietHours {
  /** `HH:MM` in the zone. From 19:00 to 07:00 is the night; two equal hours cover nothing. */
  readonly from: string;
  readonly to: string;
  /** Days of the week that are quiet from midnight to midnight: 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** Holidays, quiet from midnight to midnight: first and last day, `YYYY-MM-DD`. */
  readonly dates: readonly { readonly from: string; readonly to: string }[];
  /** The IANA name of a time zone. */
  readonly zone: string;
}

/** The messages that quiet hours are for: from or to a pupil, between or with families, among adults of the school. */
export type QuietAudience = 'pupils' | 'families' | 'staff';

/** The breaker: a profile stops writing, in one school or in all, until an instant or until it is lifted. */
export interface Breaker {
  /** `all`: pupils and guardians. The adults of a school keep their messages. */
  readonly profile: 'pupil' | 'guardian' | 'all';
  readonly school: string;
  readonly reason: string;
  readonly until: Date | null;
}

/** The school of a breaker for every school: no UAI, and not empty, so that a school that is missing stops nobody. */
export const ALL_SCHOOLS = 'all';

/** All that a school, its head and the platform have decided about messages, as plain data. */
export interface Policy {
  readonly school: { readonly uai: string; readonly kind: SchoolKind };
  readonly rules: RuleTable;
  /** Whether a teacher reads messages between pupils first. */
  readonly moderated: boolean;
  readonly quietHours: {
    readonly pupils: QuietHours;
    readonly families: QuietHours;
    /** Person → the hours that they chose for messages of their colleagues. Without any, these arrive at once. */
    readonly staff: ReadonlyMap<string, QuietHours>;
  };
  readonly breakers: readonly Breaker[];
}
