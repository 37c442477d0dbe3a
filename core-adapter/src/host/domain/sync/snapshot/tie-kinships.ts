// SPDX-License-Identifier: EUPL-1.2
import type { KinshipRecord } from '../../../../api/directory-source.js';
import { schoolsOf } from '../state/person-state.js';
import type { CollectedPersons } from './collected-persons.js';
import type { IgnoredReason, IgnoredRecords } from './ignored-records.js';
import { Pairs } from './pairs.js';

/** Guardians and children, by number. */
export async function tieKinships(
  blocks: AsyncIterable<readonly KinshipRecord[]>,
  persons: CollectedPersons,
  ignored: IgnoredRecords,
): Promise<Pairs> {
  const kinships = new Pairs();
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

/** A pupil is nobody's guardian: a wrong attribute must not open a family's things to a classmate. */
function resolve(persons: CollectedPersons, guardian: Found, child: Found): readonly [number, number] | IgnoredReason {
  if (typeof guardian === 'string') return guardian;
  if (typeof child === 'string') return child;
  if (!isClearBeside(persons, guardian, child) || !isClearBeside(persons, child, guardian)) return 'left-out-person';
  if (persons.schoolsAs(child, 'pupil').length === 0) return 'not-a-child';
  if (persons.schoolsAs(guardian, 'pupil').length > 0) return 'not-a-guardian';
  return [guardian, child];
}

/**
 * Whether the key of a person names them wherever the other one has an entry. A kinship names no school: where several entries share
 * a key, the family may be that of the entry that was left out.
 */
function isClearBeside(persons: CollectedPersons, person: number, other: number): boolean {
  if (!persons.isContested(person)) return true;
  return schoolsOf(persons.entriesOf(other)).every((uai) => persons.isClear(person, uai));
}
