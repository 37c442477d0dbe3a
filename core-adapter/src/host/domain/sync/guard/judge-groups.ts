// SPDX-License-Identifier: EUPL-1.2
import type { GuardLimits } from '../../../../api/directory/directory-source.js';
import { GROUP_KINDS, PROFILES, type GroupKind } from '../../../../api/people.js';
import { isBeginningOfYear } from '../../directory/school-year.js';
import { countPersons } from '../state/count-nouns.js';
import { timeZoneIn, type CurrentPlaces } from '../state/current-places.js';
import type { Capacity } from './capacity.js';
import { lossOf, OF_SPAN, tooFew } from './losses.js';
import type { RetentionStats } from './retention-stats.js';
import { SPANS, type Span } from './spans.js';
import type { Reason } from './verdict.js';

/** A school, and its name for a sentence. */
export interface NamedSchool {
  readonly uai: string;
  readonly name: string;
}

/** People end working groups during the year, so a lost one means nothing by itself: working groups are judged among all groups. */
const JUDGED_KINDS = GROUP_KINDS.filter((kind) => kind !== 'work');

/** Losses by profile and kind of group; groups as a whole are reported only when no single kind lost too many. */
export function judgeGroups({ uai, name }: NamedSchool, stats: RetentionStats, limits: GuardLimits): Reason[] {
  const shrank = (capacity: Capacity, of: Pick<Reason, 'profile' | 'role' | 'group'>): Reason[] => {
    const loss = lossOf(stats, capacity, limits);
    if (!loss) return [];
    const { before, after, span, share } = loss;
    const persons = `${after} of ${countPersons(before, of.profile)}${OF_SPAN[span ?? 'now']}`;
    const sentence = `${name}: ${persons} are still ${placeIn(of)} (${share}).`;
    return [{ code: 'groups-shrank', uai, ...of, before, after, ...(span && { span }), sentence }];
  };
  return (['member', 'teacher'] as const).flatMap((role) => {
    const ofKinds = PROFILES.flatMap((profile) =>
      JUDGED_KINDS.flatMap((group) =>
        shrank({ kind: 'group-of-kind', uai, role, profile, group }, { role, profile, group }),
      ),
    );
    return ofKinds.length > 0 ? ofKinds : shrank({ kind: 'group', uai, role }, { role });
  });
}

const KIND_NOUNS: Readonly<Record<GroupKind, string>> = {
  class: 'a class',
  level: 'a level',
  option: 'an option',
  subject: 'a subject',
  service: 'a service',
  work: 'a working group',
};

/** `in a class`, `teachers of a class`, `members of groups` */
function placeIn({ role, group }: Pick<Reason, 'role' | 'group'>): string {
  if (group === undefined) return role === 'teacher' ? 'teachers of groups' : 'members of groups';
  return role === 'teacher' ? `teachers of ${KIND_NOUNS[group]}` : `in ${KIND_NOUNS[group]}`;
}

/** The share of pupils who keep their class, outside the first weeks of a school year. */
const KEEP_CLASS = 0.5;

/** Most pupils of a school in other classes: no read right explains it, and neither does the life of a school after September. */
export function judgeClasses(
  { uai, name }: NamedSchool,
  before: CurrentPlaces,
  stats: RetentionStats,
  limits: GuardLimits,
): Reason[] {
  if (isBeginningOfYear(before.at, timeZoneIn(before, uai))) return [];
  for (const span of [undefined, ...SPANS]) {
    const loss = tooFew(stats.classes.of(uai, span), KEEP_CLASS, limits.ignoreUnder);
    if (!loss) continue;
    const changed = `${loss.before - loss.after} of ${countPersons(loss.before, 'pupil')}`;
    const when = span === undefined ? '' : ` than at the beginning of the last ${SPAN_NAMES[span]}`;
    const sentence = `${name}: ${changed} have another class${when}, after the first weeks of the school year.`;
    return [{ code: 'classes-changed', uai, before: loss.before, after: loss.after, ...(span && { span }), sentence }];
  }
  return [];
}

const SPAN_NAMES: Readonly<Record<Span, string>> = { day: '24 hours', week: '7 days' };
