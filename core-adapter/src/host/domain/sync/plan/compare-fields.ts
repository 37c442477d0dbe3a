// SPDX-License-Identifier: EUPL-1.2
import type { Change } from './sync-plan.js';

/** The differences between two records, field by field, old → new. */
export function compareFields<F extends string>(
  before: Readonly<Partial<Record<F, string>>>,
  after: Readonly<Partial<Record<F, string>>>,
  fields: readonly F[],
): Change[] {
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: shown(field, before[field]), to: shown(field, after[field]) }));
}

const DISCREET: readonly string[] = ['ine', 'birthDate'];

/** Readers of a plan see that a national number or birth date changed, never its value. */
function shown(field: string, value = ''): string {
  return value !== '' && DISCREET.includes(field) ? '…' : value;
}
