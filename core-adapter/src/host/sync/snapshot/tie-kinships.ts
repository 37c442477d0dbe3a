// SPDX-License-Identifier: EUPL-1.2
import type { KinshipRecord } from '../../../api/directory-source.js';
import type { Profile } from '../../../api/people.js';
import type { CollectedPerson, CollectedPersons } from './collected-persons.js';
import { attachmentKey, readAttachmentKey } from '../image/directory-image.js';
import type { IgnoredReason, IgnoredRecords } from './ignored-records.js';

/** Guardians and children by key. A guardian is attached to every school in which a child of his is a pupil. */
export function tieKinships(
  records: Iterable<KinshipRecord>,
  persons: CollectedPersons,
  ignored: IgnoredRecords,
): Map<string, Set<string>> {
  const kinships = new Map<string, Set<string>>();
  for (const { guardian, child } of records) {
    const pair = resolve(persons.find(guardian), persons.find(child));
    if (typeof pair === 'string') {
      ignored.add(pair, () => `The kinship of "${guardian}" with the child "${child}" is left out.`);
      continue;
    }
    for (const uai of schoolsAs(pair.child, 'pupil')) pair.guardian.attachments.add(attachmentKey(uai, 'guardian'));
    const children = kinships.get(pair.guardian.key) ?? new Set();
    kinships.set(pair.guardian.key, children.add(pair.child.key));
  }
  return kinships;
}

type Found = ReturnType<CollectedPersons['find']>;

/** A pupil is nobody's guardian: a wrong attribute must not open a family's things to a classmate. */
function resolve(guardian: Found, child: Found): { guardian: CollectedPerson; child: CollectedPerson } | IgnoredReason {
  if (typeof guardian === 'string') return guardian;
  if (typeof child === 'string') return child;
  if (schoolsAs(child, 'pupil').length === 0) return 'not-a-child';
  if (schoolsAs(guardian, 'pupil').length > 0) return 'not-a-guardian';
  return { guardian, child };
}

function schoolsAs({ entries }: CollectedPerson, profile: Profile): string[] {
  return [...entries]
    .map(readAttachmentKey)
    .filter((entry) => entry.profile === profile)
    .map(({ uai }) => uai);
}
