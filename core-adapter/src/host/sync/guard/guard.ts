// SPDX-License-Identifier: EUPL-1.2
import type { GuardLimits, MembershipRole } from '../../../api/directory-source.js';
import { PROFILES, type Profile } from '../../../api/people.js';
import { countPersons } from '../plan/count-nouns.js';
import type { CurrentPlaces } from '../image/current-places.js';
import type { PlacesImage } from '../image/directory-image.js';
import type { Head, Roll } from './roll.js';
import { vanishedEverywhere } from './vanished.js';

export const DEFAULT_LIMITS: GuardLimits = { keep: 0.9, ignoreUnder: 5 };

export interface Verdict {
  readonly refused: boolean;
  /** The first ones; `more` says how many others there are. */
  readonly reasons: readonly Reason[];
  readonly more: number;
}

export interface Reason {
  readonly code:
    'nothing-read' | 'school-vanished' | 'school-shrank' | 'profile-shrank' | 'groups-shrank' | 'vanished-everywhere';
  readonly uai?: string;
  readonly profile?: Profile;
  /** In which role they were in groups. */
  readonly role?: MembershipRole;
  readonly before: number;
  readonly after: number;
  /** One sentence, in English, for the terminal. */
  readonly sentence: string;
}

const MOST_REASONS = 50;

/**
 * Judges what a sync would make of the directory, before anything is written. A directory that lost its read rights answers
 * success with few entries or none: only the figures tell. Too many are gone from a school when `ignoreUnder` or more are, and
 * the share that stays is under `keep`: in a profile, in the school, or in its groups, by role. Pure.
 */
export function guard(before: CurrentPlaces, after: PlacesImage, roll: Roll, limits: GuardLimits): Verdict {
  const reasons = roll.persons.after === 0 ? [nothingRead(before, roll)] : judge(before, after, roll, limits);
  return {
    refused: reasons.length > 0,
    reasons: reasons.slice(0, MOST_REASONS),
    more: Math.max(0, reasons.length - MOST_REASONS),
  };
}

function nothingRead({ source }: CurrentPlaces, { persons: { before } }: Roll): Reason {
  const sentence = `The source ${source} named no person at all; there are ${before}. Check its address, base and rights.`;
  return { code: 'nothing-read', before, after: 0, sentence };
}

/** A school with groups alone counts as one, with nobody in it. */
function judge(before: CurrentPlaces, after: PlacesImage, roll: Roll, limits: GuardLimits): Reason[] {
  const known = new Set([...roll.schools(), ...[...before.groups.values()].map(({ uai }) => uai)]);
  const schools = [...known].sort();
  const gone = schools.filter((uai) => !after.schools.has(uai));
  const staying = schools.filter((uai) => after.schools.has(uai));
  return [
    ...gone.map((uai) => schoolVanished(nameOf(uai, before), uai, roll.of(uai, 'anybody').before)),
    ...vanishedEverywhere(roll, limits.ignoreUnder),
    ...staying.flatMap((uai) => {
      const school = { uai, name: nameOf(uai, after) };
      return [...judgePersons(school, roll, limits), ...judgeGroups(school, roll, limits)];
    }),
  ];
}

function schoolVanished(name: string, uai: string, before: number): Reason {
  const sentence = `${name} is no longer named by the source; it has ${countPersons(before)}.`;
  return { code: 'school-vanished', uai, before, after: 0, sentence };
}

interface Named {
  readonly uai: string;
  readonly name: string;
}

/** By profile; the school as a whole says something new only when no single profile fell too far. */
function judgePersons({ uai, name }: Named, roll: Roll, limits: GuardLimits): Reason[] {
  const judgeCapacity = (profile?: Profile): Reason[] => {
    const loss = lossOf(roll.of(uai, profile ?? 'anybody'), limits);
    if (!loss) return [];
    const { before, after, share } = loss;
    const sentence = `${name}: ${after} of ${countPersons(before, profile)} are still there (${share}).`;
    if (profile === undefined) return [{ code: 'school-shrank', uai, before, after, sentence }];
    return [{ code: 'profile-shrank', uai, profile, before, after, sentence }];
  };
  const profiles = PROFILES.flatMap((profile) => judgeCapacity(profile));
  return profiles.length > 0 ? profiles : judgeCapacity();
}

const ROLES: Readonly<Record<MembershipRole, string>> = { member: 'members', teacher: 'teachers' };

function judgeGroups({ uai, name }: Named, roll: Roll, limits: GuardLimits): Reason[] {
  return (['member', 'teacher'] as const).flatMap((role): Reason[] => {
    const loss = lossOf(roll.of(uai, `group ${role}`), limits);
    if (!loss) return [];
    const { before, after, share } = loss;
    const sentence = `${name}: ${after} of ${countPersons(before)} are still ${ROLES[role]} of groups (${share}).`;
    return [{ code: 'groups-shrank', uai, role, before, after, sentence }];
  });
}

/** Counted by identity: newcomers make up for nobody, or a source that changed every key would pass. */
function lossOf(
  { before, kept: after }: Head,
  { keep, ignoreUnder }: GuardLimits,
): { before: number; after: number; share: string } | undefined {
  if (before === 0 || before - after < ignoreUnder || after / before >= keep) return undefined;
  return { before, after, share: `${percent(after / before)}, at least ${percent(keep)} expected` };
}

/** Rounded down: 89.6 % must not read as 90 %. */
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

function nameOf(uai: string, { schools }: PlacesImage): string {
  return `${uai} ${schools.get(uai)?.name ?? ''}`.trim();
}
