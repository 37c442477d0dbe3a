// SPDX-License-Identifier: EUPL-1.2
import type { AuditSubject } from '../../../api/audit.js';
import type { ActivationChoice } from './activation-choice.js';
import type { LastRule } from './last-rules.js';

/** The audit subject of a choice or a rule; fields that it leaves open are left out. */
export function subjectOf({ profiles, groupIds, from, until }: ActivationChoice): AuditSubject {
  return {
    ...(profiles.length > 0 && { profiles }),
    ...(groupIds.length > 0 && { groups: groupIds }),
    ...(from && { from }),
    ...(until && { until }),
  };
}

/** The audit subject of rules that come back together. */
export function subjectOfAll(rules: readonly LastRule[]): AuditSubject {
  const [only, ...others] = rules;
  return only && others.length === 0 ? subjectOf(only) : { rules: rules.length };
}
