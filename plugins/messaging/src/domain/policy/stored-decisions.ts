// SPDX-License-Identifier: EUPL-1.2
import { isTime, type Profile, type School } from '@volee/core-adapter';
import { z } from 'zod';
import { byProfile } from '../rules/by-profile.js';
import { CHOICES } from '../rules/guard-rails.js';
import { REACHES, type RuleTable } from '../rules/policy.js';
import type { PolicyRow } from '../../store/policy.entity.js';
import { defaultDecisions, KEPT_FOR, type Decisions, type DecisionsInForce, type StoredHours } from './decisions.js';

const time = z.string().refine(isTime);
const day = z.iso.date();
const hours = z.strictObject({
  from: time,
  to: time,
  days: z.array(z.int().min(1).max(7)),
  dates: z.array(z.strictObject({ from: day, to: day })),
});
const reach = z.enum(REACHES);
const byEachProfile = <T extends z.ZodType>(value: T) =>
  z.strictObject({ pupil: value, guardian: value, teacher: value, head: value, staff: value });

const storedRules = byEachProfile(byEachProfile(reach));
const storedHours = z.strictObject({ pupils: hours, families: hours });

export function storedDecisions({
  rules,
  moderated,
  quietHours,
  keptFor,
}: Decisions): Pick<PolicyRow, 'rules' | 'moderated' | 'quietHours' | 'keptFor'> {
  return { rules: JSON.stringify(rules), moderated, quietHours: JSON.stringify(quietHours), keptFor };
}

/**
 * Reads the columns. A broken value, as in a row that was changed by hand, becomes the strictest one: the narrowest rules, a teacher who
 * reads first, the default hours.
 */
export function decisionsOf(row: PolicyRow, school: Pick<School, 'timeZone'>): DecisionsInForce {
  const byDefault = defaultDecisions(school);
  const { number, decidedBy, decidedAt } = row;
  const rules = storedRules.safeParse(parsed(row.rules));
  const quietHours = storedHours.safeParse(parsed(row.quietHours));
  return {
    rules: rules.data ?? narrowestRules(),
    moderated: row.moderated || !rules.success,
    quietHours: quietHours.data ?? byDefault.quietHours,
    keptFor: KEPT_FOR.find((one) => one === row.keptFor) ?? byDefault.keptFor,
    number,
    decidedBy,
    decidedAt,
  };
}

/** The hours that a person chose; undefined for none, and for a text that is broken. */
export function hoursOf(text: string): StoredHours | undefined {
  return hours.safeParse(parsed(text)).data;
}

function narrowestRules(): RuleTable {
  return byProfile((from: Profile) => byProfile((to) => CHOICES[from][to][0]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
