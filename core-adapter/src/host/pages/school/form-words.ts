// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Profile } from '../../../api/people.js';
import type { Activation } from '../../domain/activation/activation-rule.js';
import { dayOf } from '../../../api/day.js';

/** A choice as the form sends it, by GET or by POST, valid or not. */
export interface FormWords {
  /** The id of the rule that is changed, or `new`. */
  readonly rule: string;
  readonly where: 'school' | 'groups';
  readonly profiles: readonly string[];
  readonly groups: readonly string[];
  /** `day` with an empty `from` is a day still to be chosen. */
  readonly start: 'now' | 'day';
  readonly from: string;
  readonly end: 'never' | 'day';
  readonly until: string;
}

export const NEW_RULE = 'new';

// For a field that is repeated in an address the last value counts.
const one = z.union([z.string(), z.array(z.string()).transform((texts) => texts.at(-1) ?? '')]).default('');
const many = z.union([z.string().transform((text) => [text]), z.array(z.string())]).default([]);
const words = z.object({
  rule: one,
  where: z.enum(['school', 'groups']),
  profiles: many,
  groups: many,
  start: z.enum(['now', 'day']).optional(),
  from: one,
  end: z.enum(['never', 'day']).optional(),
  until: one,
});

/** The choice of a form; undefined without one: `where` is the one field that a browser always sends. */
export function readFormWords(fields: unknown): FormWords | undefined {
  const { data } = words.safeParse(fields);
  return data && withDays(data);
}

/** A day counts when its choice was made, or when an address names the day alone. */
function withDays<Words extends Pick<z.output<typeof words>, 'start' | 'from' | 'end' | 'until'>>(
  given: Words,
): Words & Pick<FormWords, 'start' | 'end'> {
  const start = given.start ?? (given.from === '' ? 'now' : 'day');
  const end = given.end ?? (given.until === '' ? 'never' : 'day');
  return { ...given, start, from: start === 'day' ? given.from : '', end, until: end === 'day' ? given.until : '' };
}

/** One field of an address or a form; empty when it is absent. */
export function readField(fields: unknown, name: string): string {
  return one.safeParse(new Map(Object.entries(fields ?? {})).get(name)).data ?? '';
}

interface Place {
  readonly served: readonly Profile[];
  /** Ids of the groups of this school year: others cannot be chosen any more. */
  readonly groupIds: readonly string[];
  readonly timeZone: string;
  readonly now: Date;
}

/** The form for an existing rule; for a new rule, all profiles: in the whole school for the first rule, in groups still to be ticked for others. */
export function formWordsOf(
  rule: (Activation & { readonly id: string }) | undefined,
  first: boolean,
  place: Place,
): FormWords {
  const { served, groupIds, timeZone, now } = place;
  if (!rule) {
    const always = { start: 'now', from: '', end: 'never', until: '' } as const;
    return { rule: NEW_RULE, where: first ? 'school' : 'groups', profiles: served, groups: [], ...always };
  }
  return withDays({
    rule: rule.id,
    where: rule.groupIds.length === 0 ? 'school' : 'groups',
    profiles: rule.profiles.length === 0 ? served : served.filter((profile) => rule.profiles.includes(profile)),
    groups: groupIds.filter((id) => rule.groupIds.includes(id)),
    from: rule.from.getTime() <= now.getTime() ? '' : dayOf(rule.from, timeZone),
    // The form shows the last day, included; the rule holds the instant after it.
    until: rule.until === null ? '' : dayOf(new Date(rule.until.getTime() - 1), timeZone),
  });
}

/** A digest of the choice; equal for equal choices. */
export function digestOf({ where, profiles, groups, start, from, end, until }: FormWords): string {
  const said = [where, [...profiles].sort(), where === 'groups' ? [...groups].sort() : [], start, from, end, until];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 16);
}

/** The form as the query of an address. */
export function fieldsOf({ rule, where, profiles, groups, start, from, end, until }: FormWords): [string, string][] {
  return [
    ['rule', rule],
    ['where', where],
    ...profiles.map((profile): [string, string] => ['profiles', profile]),
    ...(where === 'groups' ? groups.map((id): [string, string] => ['groups', id]) : []),
    ['start', start],
    ['from', from],
    ['end', end],
    ['until', until],
  ];
}
