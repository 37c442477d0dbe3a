// SPDX-License-Identifier: EUPL-1.2
import type { RuleLine } from '../../domain/policy/rule-lines.js';
import { PAUSE_PATH, RULES_HOURS_PATH, RULES_WHOM_PATH } from '../../paths.js';

/** The pages of the rules: each is a row of the list beside it. */
export const RULES_PARTS = ['pause', 'whom', 'hours'] as const;
export type RulesPart = (typeof RULES_PARTS)[number];

const PATHS: Readonly<Record<RulesPart, string>> = {
  pause: PAUSE_PATH,
  whom: RULES_WHOM_PATH,
  hours: RULES_HOURS_PATH,
};

export function partPath(part: RulesPart): string {
  return PATHS[part];
}

/** The page with the form of a line. */
export function partOf(line: RuleLine): RulesPart {
  return line === 'kept' || line === 'hours-pupils' || line === 'hours-families' ? 'hours' : 'whom';
}

/** The address that opens the form of a line. */
export function linePath(line: RuleLine): string {
  return `${partPath(partOf(line))}?line=${line}#${line}`;
}
