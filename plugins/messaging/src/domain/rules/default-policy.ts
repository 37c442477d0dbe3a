// SPDX-License-Identifier: EUPL-1.2
import type { School } from '@volee/core-adapter';
import type { Policy, QuietHours, RuleTable } from './policy.js';

const EVERYBODY = { pupil: 'school', guardian: 'school', teacher: 'school', head: 'school', staff: 'school' } as const;

/** The rules of a school that has changed nothing: docs/explications/regles-mineurs.md. */
export const DEFAULT_RULES: RuleTable = {
  pupil: { pupil: 'class', guardian: 'own', teacher: 'teaches', head: 'school', staff: 'reply' },
  guardian: { pupil: 'own', guardian: 'no', teacher: 'teaches', head: 'school', staff: 'school' },
  teacher: EVERYBODY,
  head: EVERYBODY,
  staff: EVERYBODY,
};

/** Nights from 19:00 to 07:00, and weekends. */
export function defaultQuietHours(zone: string): QuietHours {
  return { from: '19:00', to: '07:00', days: [6, 7], dates: [], zone };
}

/** The policy of a school that has decided nothing yet. */
export function defaultPolicy({ uai, kind, timeZone }: Pick<School, 'uai' | 'kind' | 'timeZone'>): Policy {
  const hours = defaultQuietHours(timeZone);
  return {
    school: { uai, kind },
    rules: DEFAULT_RULES,
    moderated: true,
    quietHours: { pupils: hours, families: hours, staff: new Map() },
    breakers: [],
  };
}
