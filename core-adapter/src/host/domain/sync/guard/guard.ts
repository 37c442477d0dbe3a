// SPDX-License-Identifier: EUPL-1.2
import type { GuardLimits, MembershipRole } from '../../../../api/directory-source.js';
import { PROFILES, type Profile } from '../../../../api/people.js';
import { countPersons } from '../state/count-nouns.js';
import type { CurrentPlaces } from '../state/current-places.js';
import type { PlacesImage } from '../state/person-state.js';
import type { UnreadSchools } from '../snapshot/unread-schools.js';
import { SPANS, type Span } from './spans.js';
import type { Capacity } from './capacity.js';
import type { RetentionCount, RetentionStats } from './retention-stats.js';
import { vanishedEverywhere } from './vanished-everywhere.js';
import type { Verdict, Reason } from './verdict.js';

export const DEFAULT_LIMITS: GuardLimits = { keep: 0.9, keepInWeek: 0.7, ignoreUnder: 5 };

const MOST_REASONS = 50;

/** The places of a source; a school that it could not read in full has not vanished. */
interface NamedPlaces extends PlacesImage {
  readonly unread?: UnreadSchools;
}

/**
 * Judges a sync before anything is written. A directory that lost its read rights answers success with few entries: only figures show it. A
 * loss is too large from `ignoreUnder` persons on, when less than `keep` of a day ago or `keepInWeek` of a week ago stays: in a school, its
 * profiles or its groups by role, or in a profile over all schools. Pure.
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

/** A school with groups and without persons counts, with nobody in it. */
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
      return [...judgePersons(school, stats, limits), ...judgeGroups(school, stats, limits)];
    }),
  ];
  return [...idsReplaced(stats, limits), ...judgeAllSchools(ofSchools, stats, limits), ...ofSchools];
}

/** Losses that no single school shows, such as three heads gone from each school. A vanished school explains the loss of its persons. */
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

interface Named {
  readonly uai: string;
  readonly name: string;
}

/** Losses by profile; the school as a whole is reported only when no single profile fell too far. */
function judgePersons({ uai, name }: Named, stats: RetentionStats, limits: GuardLimits): Reason[] {
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

const ROLES: Readonly<Record<MembershipRole, string>> = { member: 'members', teacher: 'teachers' };

const OF_SPAN = { now: '', day: ' of the last 24 hours', week: ' of the last 7 days' } as const;

function judgeGroups({ uai, name }: Named, stats: RetentionStats, limits: GuardLimits): Reason[] {
  return (['member', 'teacher'] as const).flatMap((role): Reason[] => {
    const loss = lossOf(stats, { kind: 'group', uai, role }, limits);
    if (!loss) return [];
    const { before, after, span, share } = loss;
    const sentence = `${name}: ${after} of ${countPersons(before)}${OF_SPAN[span ?? 'now']} are still ${ROLES[role]} of groups (${share}).`;
    return [{ code: 'groups-shrank', uai, role, before, after, ...(span && { span }), sentence }];
  });
}

interface Loss {
  readonly before: number;
  readonly after: number;
  readonly span?: Span;
  readonly share: string;
}

/**
 * The first comparison that fails. Persons lost during a span are added to the stored ones. A second comparison leaves out newcomers of the
 * span, since many newcomers would hide many losses.
 */
function lossOf(stats: RetentionStats, capacity: Capacity, limits: GuardLimits): Loss | undefined {
  const { keep, keepInWeek, ignoreUnder } = limits;
  const atOnce = tooFew(stats.of(capacity), keep, ignoreUnder);
  if (atOnce) return atOnce;
  for (const span of SPANS) {
    // A loss that is allowed at once is allowed in a week.
    const share = span === 'day' ? keep : Math.min(keep, keepInWeek);
    for (const count of [stats.of(capacity, span), stats.since(capacity, span)]) {
      const loss = count && tooFew(count, share, ignoreUnder);
      if (loss) return { ...loss, span };
    }
  }
  return undefined;
}

/** Counts the same persons: newcomers do not make up for losses, or a source that changed every key would pass. */
function tooFew({ before, kept: after }: RetentionCount, keep: number, ignoreUnder: number): Loss | undefined {
  if (before === 0 || before - after < ignoreUnder || after / before >= keep) return undefined;
  return { before, after, share: `${percent(after / before)}, at least ${percent(keep)} expected` };
}

/** Rounds down: 89.6 % must not read as 90 %. */
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

function nameOf(uai: string, { schools }: PlacesImage): string {
  return `${uai} ${schools.get(uai)?.name ?? ''}`.trim();
}
