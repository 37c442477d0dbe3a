// SPDX-License-Identifier: EUPL-1.2
import type { KinshipRecord } from '../../../../api/directory/directory-source.js';
import { schoolsOf } from '../state/person-state.js';
import type { CollectedPersons } from './collected-persons.js';
import type { IgnoredReason, IgnoredRecords } from './ignored-records.js';
import { IntegerPairs } from './integer-pairs.js';

/** Resolves kinships to numbers of people. */
export async function resolveKinships(
  blocks: AsyncIterable<readonly KinshipRecord[]>,
  persons: CollectedPersons,
  ignored: IgnoredRecords,
): Promise<IntegerPairs> {
  const kinships = new IntegerPairs();
  for await (const records of blocks) {
    for (const { guardian, child } of records) {
      const pair = resolve(persons, persons.find(guardian), persons.find(child));
      if (typeof pair === 'string') {
        ignored.add(pair, () => `The kinship of "${guardian}" with the child "${child}" is left out.`);
        continue;
      }
      kinships.add(...pair);
    }
  }
  return kinships;
}

type Found = ReturnType<CollectedPersons['find']>;

/** Refuses a pupil as guardian: a wrong attribute must not open a family's data to a classmate. */
function resolve(persons: CollectedPersons, guardian: Found, child: Found): readonly [number, number] | IgnoredReason {
  if (typeof guardian === 'string') return guardian;
  if (typeof child === 'string') return child;
  if (!isClearBeside(persons, guardian, child) || !isClearBeside(persons, child, guardian)) return 'left-out-person';
  if (persons.schoolsAs(child, 'pupil').length === 0) return 'not-a-child';
  if (persons.schoolsAs(guardian, 'pupil').length > 0) return 'not-a-guardian';
  return [guardian, child];
}

/**
 * Whether a person's key is clear in every school of the other one. A kinship names no school: with a contested key, the family may be that
 * of the left-out entry.
 */
function isClearBeside(persons: CollectedPersons, person: number, other: number): boolean {
  if (!persons.isContested(person)) return true;
  return schoolsOf(persons.entriesOf(other)).every((uai) => persons.isClear(person, uai));
}
