// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { SCHOOL } from '@volee/core-adapter/testing';
import type { Walk } from './walk-for-tests.js';
import { schoolOf, type Hours, type Pause } from './world-for-tests.js';

const HOUR = 3_600_000;
const NO_END = Infinity;
const head = (uai: string): string => (uai === SCHOOL ? 'head' : 'headofotherschool');

/** A line of the rules page, with what it changes. */
type Rule =
  | {
      readonly line: 'pupil' | 'guardian' | 'adults';
      readonly from: 'pupil' | 'guardian' | 'staff';
      readonly to: To;
      readonly reach: string;
    }
  | { readonly line: 'moderation'; readonly moderated: boolean }
  | { readonly line: 'hours-pupils' | 'hours-families'; readonly hours: Hours };
type To = 'pupil' | 'guardian' | 'teacher' | 'staff';

const reach = (
  line: 'pupil' | 'guardian' | 'adults',
  from: 'pupil' | 'guardian' | 'staff',
  to: To,
  ...reaches: string[]
) => fc.constantFrom(...reaches).map((one): Rule => ({ line, from, to, reach: one }));

export const RULES: fc.Arbitrary<Rule> = fc.oneof(
  reach('pupil', 'pupil', 'pupil', 'no', 'class', 'class', 'class'),
  reach('pupil', 'pupil', 'teacher', 'reply', 'teaches', 'school'),
  reach('pupil', 'pupil', 'guardian', 'no', 'own'),
  reach('guardian', 'guardian', 'guardian', 'no', 'class'),
  reach('guardian', 'guardian', 'staff', 'no', 'reply', 'school'),
  reach('adults', 'staff', 'pupil', 'no', 'school'),
  fc.boolean().map((moderated): Rule => ({ line: 'moderation', moderated })),
  fc
    .record({
      line: fc.constantFrom('hours-pupils' as const, 'hours-families' as const),
      hours: fc.record({
        from: fc.constantFrom('18:00', '19:00', '21:30', '12:00'),
        to: fc.constantFrom('07:00', '08:30', '13:30'),
        days: fc.constantFrom([6, 7], [3, 6, 7], []),
      }),
    })
    .map((one): Rule => one),
);

/** The head changes one line, and confirms what it opens wider. */
export async function decideRule(walk: Walk, uai: string, rule: Rule): Promise<void> {
  const [row] = await walk.query<{ newest: number | null }>(
    `SELECT MAX(number) AS newest FROM messaging_policy WHERE school = '${uai}'`,
  );
  const form: [string, string][] = [['line', rule.line], ['number', String(row?.newest ?? 0)], ...fieldsOf(rule)];
  const asked = await walk.post(head(uai), uai, '/rules/decisions', form);
  const sure = /name="sure" value="([^"]*)"/.exec(asked.text)?.[1]?.replaceAll('&quot;', '"').replaceAll('&gt;', '>');
  const answer =
    asked.status === 400 && sure !== undefined
      ? await walk.post(head(uai), uai, '/rules/decisions', [...form, ['sure', sure]])
      : asked;
  if (answer.status === 303) keepRule(walk, uai, rule);
}

function fieldsOf(rule: Rule): [string, string][] {
  if (rule.line === 'moderation') return [['moderated', String(rule.moderated)]];
  if ('reach' in rule) return [[`${rule.from}-${rule.to}`, rule.reach]];
  const { from, to, days } = rule.hours;
  return [['from', from], ['to', to], ...days.map((day): [string, string] => ['day', String(day)])];
}

function keepRule(walk: Walk, uai: string, rule: Rule): void {
  const school = schoolOf(walk.world, uai);
  if (rule.line === 'moderation') school.isModerated = rule.moderated;
  else if ('reach' in rule) school.table[rule.from][rule.to] = rule.reach;
  else school.hours = { ...school.hours, [rule.line === 'hours-pupils' ? 'pupils' : 'families']: rule.hours };
}

/** An adult of the school chooses hours of their own, or none again. */
export async function chooseHours(walk: Walk, uai: string, n: number): Promise<void> {
  const { people, ownHours } = schoolOf(walk.world, uai);
  const adults = [...people].flatMap(([login, { profiles }]) =>
    profiles.some((one) => one === 'teacher' || one === 'staff') ? [login] : [],
  );
  const login = adults[n % adults.length] ?? '';
  const hours = { from: '17:00', to: '08:00', days: [3] };
  const isOwn = n % 3 !== 0;
  const fields: [string, string][] = [
    ['from', hours.from],
    ['to', hours.to],
    ['day', '3'],
  ];
  const answer = await walk.post(login, uai, '/hours', isOwn ? [['use', 'own'], ...fields] : [['use', 'none']]);
  if (answer.status !== 303) return;
  if (isOwn) ownHours.set(login, hours);
  else ownHours.delete(login);
}

interface NewPause {
  readonly profile: Pause['profile'];
  /** Hours; 0 has no end. */
  readonly lasts: number;
}

export const PAUSES: fc.Arbitrary<NewPause> = fc.record({
  profile: fc.constantFrom('pupil', 'guardian', 'all'),
  lasts: fc.constantFrom(0, 1, 1, 3, 3),
});

/** The clocks of both schools. */
function wallTime(instant: Date): string {
  return instant.toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).slice(0, 16).replace(' ', 'T');
}

function endOf(walk: Walk, { lasts }: NewPause): Date | undefined {
  return lasts === 0 ? undefined : new Date(walk.now().getTime() + lasts * HOUR);
}

/** A newer pause replaces the pauses of the same reach that it covers. */
function keepPause(pauses: Pause[], profile: Pause['profile'], end: Date | undefined): Pause[] {
  const rest = pauses.filter((one) => profile !== 'all' && one.profile !== profile);
  return [...rest, { profile, until: end?.getTime() ?? NO_END }];
}

export async function pauseSchool(walk: Walk, uai: string, pause: NewPause): Promise<void> {
  const end = endOf(walk, pause);
  const [day = '', time = ''] = end ? wallTime(end).split('T') : [];
  const until: [string, string][] = [
    ['untilDay', day],
    ['untilTime', time],
  ];
  const form: [string, string][] = [['profile', pause.profile], ['reason', 'On en parle'], ...until];
  const { status } = await walk.post(head(uai), uai, '/rules/pause', form);
  if (status !== 303) return;
  const { pauses } = schoolOf(walk.world, uai);
  pauses.ofSchool = keepPause(pauses.ofSchool, pause.profile, end);
}

/** By the command line, which also works where the brick is off. */
export async function pauseEverywhere(walk: Walk, pause: NewPause): Promise<void> {
  const end = endOf(walk, pause);
  const options = {
    profile: pause.profile,
    reason: 'On en parle',
    all: true,
    ...(end && { until: wallTime(end) }),
  } as const;
  await walk.host.command('messaging stop', { options });
  for (const { pauses } of walk.world.schools.values()) pauses.ofAll = keepPause(pauses.ofAll, pause.profile, end);
}

/** A head ends each pause of the school, or the platform those of all schools. */
export async function endPause(walk: Walk, uai: string, isForAll: boolean): Promise<void> {
  if (isForAll) {
    await walk.host.command('messaging start', { options: { all: true } });
    for (const { pauses } of walk.world.schools.values()) pauses.ofAll = [];
    return;
  }
  const rows = await walk.query<{ id: string }>(
    `SELECT id FROM messaging_breaker WHERE school = '${uai}' AND endedAt IS NULL AND NOT isForAll`,
  );
  const { pauses } = schoolOf(walk.world, uai);
  for (const { id } of rows) {
    const { status } = await walk.post(head(uai), uai, '/rules/pause/end', [['id', id]]);
    if (status !== 303) return;
  }
  pauses.ofSchool = [];
}
