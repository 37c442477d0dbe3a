// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import { covers } from '../../domain/activation/activation-choice.js';
import { inForce, type Activation } from '../../domain/activation/activation-rule.js';
import type { ActivationRow } from '../../domain/activation/activation.entity.js';
import { decidedRule } from './rule-words.js';
import type { SchoolFacts } from './school-facts.js';

/** The next change of a brick that is on. */
export interface ComingChange {
  /** The last day of the brick: « dimanche 6 décembre ». */
  readonly lastDay?: string;
  /** « À partir du lundi 7 décembre : seulement CM1 et CM2 » */
  readonly then?: string;
}

export function comingChange(
  rules: readonly ActivationRow[],
  served: readonly Profile[],
  facts: SchoolFacts,
): ComingChange {
  const { t, now, format } = facts;
  const instants = rules.flatMap(({ from, until }) => [from, ...(until ? [until] : [])]);
  const next = new Date(Math.min(...instants.filter((at) => at > now).map((at) => at.getTime())));
  const today = rules.filter((rule) => inForce(rule, now));
  if (Number.isNaN(next.getTime()) || today.length === 0) return {};
  const later = rules.filter((rule) => inForce(rule, next));
  if (later.length === 0) return { lastDay: format.weekdayAndDay(new Date(next.getTime() - 1)) };
  const words = later.map((rule) => decidedRule({ ...rule, decidedAt: null }, null, served, facts));
  const isNarrower = later.every((rule) => today.some((other) => reachesAllOf(other, rule)));
  const key = isNarrower ? 'schoolBricks.thenOnly' : 'schoolBricks.then';
  return { then: t(key, { day: format.weekdayAndDay(next), rules: words.join('\u00a0; ') }) };
}

function reachesAllOf(rule: Activation, other: Activation): boolean {
  return covers({ ...rule, until: null }, { ...other, from: rule.from });
}
