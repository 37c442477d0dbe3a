// SPDX-License-Identifier: EUPL-1.2
import type { PersonFields } from '../state/person-state.js';
import { foldedNameOf } from '../snapshot/normalise-record.js';
import type { HomonymReason } from '../state/homonym.entity.js';
import type { Candidate } from './read-candidates.js';

/** Somebody like a person: `agrees`, number and day of birth are the same; else what keeps them from agreeing. */
export interface Match {
  readonly candidate: Candidate;
  readonly agrees: boolean;
  /** Why a person is asked. */
  readonly why: HomonymReason;
}

/**
 * Which of these persons one may be. Pure. Whom his own source names under another key he is not: a source knows its own. Whom
 * nobody names any more is only found by number and day, as pupils are who change from one directory to another.
 */
export function matchCandidates(person: PersonFields, source: string, candidates: readonly Candidate[]): Match[] {
  return candidates.flatMap((candidate): Match[] => {
    const { said } = candidate;
    if (said.some((one) => one.source === source && one.leftAt === null)) return [];
    const others = said.filter((one) => one.source !== source);
    const numbered = others.filter(({ ine }) => ine !== null && ine === person.ine);
    if (numbered.some(({ birthDate }) => birthDate !== null && birthDate === person.birthDate)) {
      return [{ candidate, agrees: true, why: 'several' }];
    }
    if (others.every(({ leftAt }) => leftAt !== null)) return [];
    if (numbered.length > 0) return [{ candidate, agrees: false, why: 'day' }];
    return hasSameName(person, candidate, others) ? [{ candidate, agrees: false, why: 'number' }] : [];
  });
}

/** Twins have another given name. Two numbers that are both known, and not the same, are two persons'. */
function hasSameName(person: PersonFields, { foldedName }: Candidate, others: Candidate['said']): boolean {
  const { ine, birthDate } = person;
  const bothNumbered = ine !== undefined && others.some((one) => one.ine !== null);
  return (
    !bothNumbered && foldedNameOf(person) === foldedName && others.some((one) => one.birthDate === (birthDate ?? ''))
  );
}
