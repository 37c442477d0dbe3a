// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource, GuardLimits } from '../../../../api/directory/directory-source.js';
import { PROFILES, type Profile } from '../../../../api/people.js';
import { countPersons } from '../state/count-nouns.js';
import type { CurrentPlaces } from '../state/current-places.js';
import type { PlacesImage } from '../state/person-state.js';
import type { UnreadSchools } from '../snapshot/unread-schools.js';
import type { Capacity } from './capacity.js';
import { judgeClasses, judgeGroups, type NamedSchool } from './judge-groups.js';
import { lossOf, OF_SPAN, type Loss } from './losses.js';
import { type RetentionStats, PERSON_FACTS, type PersonFact } from './retention-stats.js';
import type { Reason, Verdict } from './verdict.js';

/** Facts that go with another one: a directory that shows no group shows no class either. */
const PART_OF: Readonly<Partial<Record<PersonFact, PersonFact>>> = {
  'a class': 'a group',
  'a class to teach': 'a group to teach',
};

export const DEFAULT_LIMITS: GuardLimits = { keep: 0.9, keepInWeek: 0.7, ignoreUnder: 5 };

export function limitsOf({ guard: limits }: Pick<DirectorySource, 'guard'>): GuardLimits {
  return { ...DEFAULT_LIMITS, ...limits };
}

const MOST_REASONS = 50;

/** The places of a source; a school that it could not read in full has not vanished. */
interface NamedPlaces extends PlacesImage {
  readonly unread?: UnreadSchools;
}

/**
 * Judges a sync before anything is written. A directory that lost its read rights answers success with few entries: only figures show it. A
 * loss is too large from `ignoreUnder` people on, when less than `keep` of a day ago or `keepInWeek` of a week ago stays: in a school, its
 * profiles or its groups by role, profile and kind, or in a profile over all schools. Pure.
 */
export function guard(before: CurrentPlaces, after: NamedPlaces, stats: RetentionStats, limits: GuardLimits): Verdict {
  const reasons = stats.persons.after === 0 ? [nothingRead(before, stats)] : judge(before, after, stats, limits);
  return {
    refused: reasons.length > 0,
    reasons: reasons.slice(0, MOST_REASONS),
    more: Math.max(0, reasons.length - MOST_REASONS),
  };
}

function nothingRead({ source }: CurrentPlaces, { persons: { before } }: RetentionStats): Reason {
  const sentence = `The source ${source} named no person at all; there are ${before}. Check its address, base and rights.`;
  return { code: 'nothing-read', before, after: 0, sentence };
}

/** A school with groups and without people counts, with nobody in it. */
function judge(before: CurrentPlaces, after: NamedPlaces, stats: RetentionStats, limits: GuardLimits): Reason[] {
  const known = new Set([...stats.schools(), ...[...before.groups.values()].map(({ uai }) => uai)]);
  const schools = [...known].sort();
  const isNamed = (uai: string): boolean => after.schools.has(uai) || after.unread?.has(uai) === true;
  const gone = schools.filter((uai) => !isNamed(uai));
  const staying = schools.filter(isNamed);
  const ofSchools = [
    ...gone.map((uai) => schoolVanished(nameOf(uai, before), uai, stats.of({ kind: 'anybody', uai }).before)),
    ...vanishedEverywhere(stats, limits.ignoreUnder),
    ...staying.flatMap((uai) => {
      const school = { uai, name: nameOf(uai, after.schools.has(uai) ? after : before) };
      return [
        ...judgePersons(school, stats, limits),
        ...judgeGroups(school, stats, limits),
        ...judgeClasses(school, before, stats, limits),
      ];
    }),
  ];
  return [...idsReplaced(stats, limits), ...judgeAllSchools(ofSchools, stats, limits), ...ofSchools];
}

/** Losses that no single school shows, such as three heads gone from each school. A vanished school explains the loss of its people. */
function judgeAllSchools(ofSchools: readonly Reason[], stats: RetentionStats, limits: GuardLimits): Reason[] {
  if (ofSchools.some(({ code }) => code === 'school-vanished')) return [];
  const said = new Set(ofSchools.map(({ profile }) => profile));
  return PROFILES.filter((profile) => !said.has(profile)).flatMap((profile): Reason[] => {
    const loss = lossOf(stats, { kind: 'profile-anywhere', profile }, limits);
    return loss ? [{ code: 'profile-shrank', profile, ...figuresOf('All schools together', loss, profile) }] : [];
  });
}

/** From this share on, changed stable ids mean a restored directory; fewer are recreated accounts. */
const RENEWED_SHARE = 0.1;

/** Detects a restored directory: stable ids are given once, so many that change together do not mean that every account was reused. */
function idsReplaced(stats: RetentionStats, { ignoreUnder }: GuardLimits): Reason[] {
  const { renewedIds, renewedIn, persons } = stats;
  const isMany = (renewed: number, of: number): boolean => renewed >= ignoreUnder && renewed >= of * RENEWED_SHARE;
  const isRestored = [...renewedIn].some(([uai, renewed]) =>
    isMany(renewed, stats.of({ kind: 'anybody', uai }).before),
  );
  if (!isRestored && !isMany(renewedIds, persons.before)) return [];
  const sentence =
    `${countPersons(renewedIds)} have another stable id while all else agrees, as after the directory was restored. ` +
    'If they are the same persons, approve with --same-persons.';
  return [{ code: 'ids-replaced', before: persons.before, after: persons.before - renewedIds, sentence }];
}

function schoolVanished(name: string, uai: string, before: number): Reason {
  const sentence = `${name} is no longer named by the source; it has ${countPersons(before)}.`;
  return { code: 'school-vanished', uai, before, after: 0, sentence };
}

/** Losses by profile; the school as a whole is reported only when no single profile fell too far. */
function judgePersons({ uai, name }: NamedSchool, stats: RetentionStats, limits: GuardLimits): Reason[] {
  const judgeCapacity = (profile?: Profile): Reason[] => {
    const capacity: Capacity = profile === undefined ? { kind: 'anybody', uai } : { kind: 'profile', uai, profile };
    const loss = lossOf(stats, capacity, limits);
    if (!loss) return [];
    const figures = { uai, ...figuresOf(name, loss, profile) };
    return [
      profile === undefined ? { code: 'school-shrank', ...figures } : { code: 'profile-shrank', profile, ...figures },
    ];
  };
  const profiles = PROFILES.flatMap((profile) => judgeCapacity(profile));
  return profiles.length > 0 ? profiles : judgeCapacity();
}

function figuresOf(
  name: string,
  { before, after, span, share }: Loss,
  profile?: Profile,
): Pick<Reason, 'before' | 'after' | 'span' | 'sentence'> {
  const sentence = `${name}: ${after} of ${countPersons(before, profile)}${OF_SPAN[span ?? 'now']} are still there (${share}).`;
  return { before, after, ...(span && { span }), sentence };
}

function nameOf(uai: string, { schools }: PlacesImage): string {
  return `${uai} ${schools.get(uai)?.name ?? ''}`.trim();
}

/**
 * Data that people had before and nobody has now. Read rights are given by attribute: a directory can go on naming everybody without their
 * data.
 */
function vanishedEverywhere(stats: RetentionStats, ignoreUnder: number): Reason[] {
  const isGone = (what: PersonFact): boolean => {
    const { before, after } = stats.having(what);
    return before >= ignoreUnder && after === 0;
  };
  return (Object.keys(PERSON_FACTS) as PersonFact[]).flatMap((what): Reason[] => {
    const whole = PART_OF[what];
    if (!isGone(what) || (whole !== undefined && isGone(whole))) return [];
    const { before, after } = stats.having(what);
    const sentence = `Nobody has ${what} any more; ${before} had before. Check the rights and the mapping of the source.`;
    return [{ code: 'vanished-everywhere', before, after, sentence }];
  });
}
