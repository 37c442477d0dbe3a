// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../../api/people.js';

const NOUNS: Readonly<Record<Profile, readonly [one: string, many: string]>> = {
  pupil: ['pupil', 'pupils'],
  guardian: ['guardian', 'guardians'],
  teacher: ['teacher', 'teachers'],
  head: ['head', 'heads'],
  staff: ['member of staff', 'members of staff'],
};

/** `1 group`, `2 groups`; for the terminal, in English. */
export function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `1 pupil`, `2 members of staff`; without a profile, `3 persons`. */
export function countPersons(count: number, profile?: Profile): string {
  const [one, many] = profile === undefined ? (['person', 'persons'] as const) : NOUNS[profile];
  return countOf(count, one, many);
}
