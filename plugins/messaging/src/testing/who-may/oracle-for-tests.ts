// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { schoolOf, type Hours, type Place, type SchoolState, type World } from './world-for-tests.js';

/** A new copy, and the facts of its message that the rules depend on. People are logins, groups their keys. */
export interface NewCopy {
  readonly uai: string;
  readonly messageId: string;
  readonly author: string;
  readonly owner: string;
  readonly isUrgent: boolean;
  /** For a reply: the author of the message that it answers, and the profile by which they wrote. */
  readonly replyTo: { readonly author: string; readonly as: Profile } | undefined;
  /** The recipients as they were written: `person login`, `pupil cm1`, or `guardian all`. */
  readonly to: readonly string[];
}

/**
 * The rules for minors once more, written by hand and without the code of `src/domain/rules`: whether a copy may come to exist at this
 * instant.
 * @returns undefined if it may; else each pair of profiles with what forbids it
 */
export function faultOf(copy: NewCopy, world: World, now: Date): string | undefined {
  const school = schoolOf(world, copy.uai);
  const [author, owner] = [school.people.get(copy.author), school.people.get(copy.owner)];
  if (copy.author === copy.owner) return undefined;
  if (!school.isOn) return 'the brick is off';
  if (!author || !owner) return 'one of the two has left the school';
  if (!copy.to.some((one) => means(one, copy.owner, owner, school))) return 'the message is not for them';
  const faults = author.profiles.flatMap((as) =>
    owner.profiles.map((to) => [as, to, pairFault(copy, { as, to, author, owner }, { school, world, now })] as const),
  );
  if (faults.some(([, , fault]) => fault === undefined)) return undefined;
  return faults.map(([as, to, fault]) => `${as} to ${to}: ${fault ?? ''}`).join('; ');
}

interface Pair {
  readonly as: Profile;
  readonly to: Profile;
  readonly author: Place;
  readonly owner: Place;
}

interface Instant {
  readonly school: SchoolState;
  readonly world: World;
  readonly now: Date;
}

function means(written: string, login: string, place: Place, school: SchoolState): boolean {
  const [what = '', which = ''] = written.split(' ');
  if (what === 'person') return which === login;
  if (!place.profiles.some((profile) => profile === what)) return false;
  return which === 'all' || groupsAs(place, what, school).includes(which) || isAtEnd(place, what, which, school);
}

/** A group without members stands for the people that it had at its end, and for their guardians. */
function isAtEnd(place: Place, profile: string, group: string, { people }: SchoolState): boolean {
  if ([...people.values()].some(({ memberOf }) => memberOf === group)) return false;
  if (profile === 'pupil') return place.lastOf === group;
  return profile === 'guardian' && (place.children ?? []).some((child) => people.get(child)?.lastOf === group);
}

function pairFault(copy: NewCopy, pair: Pair, instant: Instant): string | undefined {
  const { as, to, author, owner } = pair;
  const { school, world, now } = instant;
  const common = groupsAs(author, as, school).filter((group) => groupsAs(owner, to, school).includes(group));
  if (!isReached(copy, pair, common, school)) return 'the table says no';
  const pauses = [...school.pauses.ofSchool, ...school.pauses.ofAll];
  const isMinorOrFamily = as === 'pupil' || as === 'guardian';
  if (isMinorOrFamily && pauses.some(({ profile, until }) => (profile === as || profile === 'all') && until > +now))
    return 'a pause';
  if (as === 'pupil' && to === 'pupil') {
    const keys = common.map((group) => `${copy.messageId} ${group}`);
    const isAccepted = keys.some((key) => world.decided.accepted.has(key));
    if (!isAccepted && keys.some((key) => world.decided.refused.has(key))) return 'a teacher refused it';
    if (!isAccepted && (school.kind === 'primary' || school.isModerated)) return 'no teacher accepted it';
  }
  if (as === 'head' && copy.isUrgent) return undefined;
  const hours = hoursFor(copy.owner, as, to, school);
  return hours && isQuiet(now, hours) ? 'quiet hours' : undefined;
}

function isReached(copy: NewCopy, { as, to }: Pair, common: readonly string[], school: SchoolState): boolean {
  const reach = school.table[as][to];
  const isReply = copy.replyTo?.author === copy.owner && copy.replyTo.as === to && to !== 'pupil' && to !== 'guardian';
  if (reach === 'no') return false;
  if (reach === 'school' || isReply) return true;
  if (reach === 'own') {
    const [guardian, child] = as === 'guardian' ? [copy.author, copy.owner] : [copy.owner, copy.author];
    return school.people.get(guardian)?.children?.includes(child) === true;
  }
  // Every group of the walks is a class.
  return (reach === 'class' || reach === 'teaches') && common.length > 0;
}

function groupsAs(place: Place, profile: string, school: SchoolState): readonly string[] {
  if (profile === 'teacher') return place.teaches ?? [];
  if (profile === 'pupil') return place.memberOf === undefined ? [] : [place.memberOf];
  if (profile !== 'guardian') return [];
  return (place.children ?? []).flatMap((child) => school.people.get(child)?.memberOf ?? []);
}

function hoursFor(owner: string, as: Profile, to: Profile, school: SchoolState): Hours | undefined {
  if (as === 'pupil' || to === 'pupil') return school.hours.pupils;
  if (as === 'guardian' || to === 'guardian') return school.hours.families;
  return school.ownHours.get(owner);
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', weekday: 'short' });
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Whether an instant is within the hours of a night, or on a quiet day. */
export function isQuiet(now: Date, { from, to, days }: Hours): boolean {
  if (days.includes(DAYS.indexOf(WEEKDAY.format(now)) + 1)) return true;
  const time = CLOCK.format(now);
  return from > to ? time >= from || time < to : time >= from && time < to;
}
