// SPDX-License-Identifier: EUPL-1.2
import type { PersonFields } from '../state/person-state.js';
import { foldedNameOf } from '../snapshot/normalise-record.js';
import type { HomonymReason } from '../state/homonym.entity.js';
import type { Candidate } from './read-candidates.js';

/** A candidate that may be a person. `agrees`: national number and birth date are the same. */
export interface Match {
  readonly candidate: Candidate;
  readonly agrees: boolean;
  /** The reason to ask an administrator. */
  readonly why: HomonymReason;
}

/**
 * Candidates that may be a person. Pure. Excludes candidates that the same source names under another key: a source knows its own people.
 * Candidates that no source names any more match by number and birth date only, as after a change of directory.
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

/** Compares name and birth date. Twins differ by the given name. Two known and different national numbers mean two people. */
function hasSameName(person: PersonFields, { foldedName }: Candidate, others: Candidate['said']): boolean {
  const { ine, birthDate } = person;
  const bothNumbered = ine !== undefined && others.some((one) => one.ine !== null);
  return (
    !bothNumbered && foldedNameOf(person) === foldedName && others.some((one) => one.birthDate === (birthDate ?? ''))
  );
}
