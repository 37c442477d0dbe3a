// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '../../../api/people.js';
import { countPersons } from '../plan/count-nouns.js';
import type { CurrentImage } from '../image/current-image.js';
import type { DirectoryImage } from '../image/directory-image.js';
import { Headcount } from './headcount.js';
import { vanishedEverywhere } from './vanished.js';

export interface GuardLimits {
  /** The share of what was there before that must still be there: 0.9. */
  readonly keep: number;
  /** Fewer persons than this in a school, or of a profile in it, may go without a word. */
  readonly ignoreUnder: number;
}

export const DEFAULT_LIMITS: GuardLimits = { keep: 0.9, ignoreUnder: 5 };

export interface Verdict {
  readonly refused: boolean;
  /** The first ones; `more` says how many others there are. */
  readonly reasons: readonly Reason[];
  readonly more: number;
}

export interface Reason {
  readonly code: 'nothing-read' | 'school-vanished' | 'school-shrank' | 'profile-shrank' | 'vanished-everywhere';
  readonly uai?: string;
  readonly profile?: Profile;
  readonly before: number;
  readonly after: number;
  /** One sentence, in English, for the terminal. */
  readonly sentence: string;
}

const MOST_REASONS = 50;

/**
 * Judges what a sync would make of the directory, before anything is written. A directory that lost its read rights answers
 * success with few entries or none: only the figures tell. Pure.
 */
export function guard(before: CurrentImage, after: DirectoryImage, limits: GuardLimits = DEFAULT_LIMITS): Verdict {
  const reasons = after.persons.size === 0 ? [nothingRead(before)] : judge(before, after, limits);
  return {
    refused: reasons.length > 0,
    reasons: reasons.slice(0, MOST_REASONS),
    more: Math.max(0, reasons.length - MOST_REASONS),
  };
}

function nothingRead({ source, persons }: CurrentImage): Reason {
  const sentence = `The source ${source} named no person at all; there are ${persons.size}. Check its address, base and rights.`;
  return { code: 'nothing-read', before: persons.size, after: 0, sentence };
}

function judge(before: CurrentImage, after: DirectoryImage, limits: GuardLimits): Reason[] {
  const was = new Headcount(before);
  const is = new Headcount(after);
  const schools = [...was.schools()].sort();
  const gone = schools.filter((uai) => !after.schools.has(uai));
  const staying = schools.filter((uai) => after.schools.has(uai));
  return [
    ...gone.map((uai) => schoolVanished(nameOf(uai, before), uai, was.of(uai))),
    ...vanishedEverywhere(before, after, limits.ignoreUnder),
    ...staying.flatMap((uai) => judgeSchool(nameOf(uai, after), uai, { was, is }, limits)),
  ];
}

function schoolVanished(name: string, uai: string, before: number): Reason {
  const sentence = `${name} is no longer named by the source; it has ${countPersons(before)}.`;
  return { code: 'school-vanished', uai, before, after: 0, sentence };
}

interface Headcounts {
  readonly was: Headcount;
  readonly is: Headcount;
}

/** By profile; the school as a whole says something new only when no single profile fell too far. */
function judgeSchool(name: string, uai: string, { was, is }: Headcounts, limits: GuardLimits): Reason[] {
  const judgeCount = (profile?: Profile): Reason[] => {
    const [before, after] = [was.of(uai, profile), is.of(uai, profile)];
    if (before === 0 || before < limits.ignoreUnder || after / before >= limits.keep) return [];
    const share = `${percent(after / before)}, at least ${percent(limits.keep)} expected`;
    const sentence = `${name}: ${countPersons(after, profile)} instead of ${before} (${share}).`;
    if (profile === undefined) return [{ code: 'school-shrank', uai, before, after, sentence }];
    return [{ code: 'profile-shrank', uai, profile, before, after, sentence }];
  };
  const profiles = PROFILES.flatMap((profile) => judgeCount(profile));
  return profiles.length > 0 ? profiles : judgeCount();
}

/** Rounded down: 89.6 % must not read as 90 %. */
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

function nameOf(uai: string, { schools }: DirectoryImage): string {
  return `${uai} ${schools.get(uai)?.name ?? ''}`.trim();
}
