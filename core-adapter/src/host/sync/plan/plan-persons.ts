// SPDX-License-Identifier: EUPL-1.2
import { compareFields } from './compare-fields.js';
import type { CurrentImage } from '../image/current-image.js';
import { schoolsOf, type DirectoryImage, type ImagePerson, type PersonFields } from '../image/directory-image.js';
import { isSomebodyElse } from './is-somebody-else.js';
import type { PersonsPlan, SyncPlan } from './sync-plan.js';

const FIELDS = ['login', 'givenName', 'familyName', 'displayName'] as const;

/** Who is new, who changed, who left and who came back; a leaver's key may come back for somebody else. */
export function planPersons(before: CurrentImage, after: DirectoryImage): PersonsPlan {
  const persons = [...after.persons.values()];
  const strangers = persons.filter(({ key }) => !before.persons.has(key));
  const returns = (person: ImagePerson): boolean => {
    const leaver = before.left.get(person.key);
    return leaver !== undefined && !isSomebodyElse(leaver, person);
  };
  const created = strangers.filter((person) => !returns(person));
  return {
    created: created.map(fieldsOf),
    revived: strangers.filter(returns).map(fieldsOf),
    recycled: created.map(({ key }) => key).filter((key) => before.left.has(key)),
    changed: persons.flatMap((person) => {
      const known = before.persons.get(person.key);
      const changes = known ? compareFields(known, person, FIELDS) : [];
      return changes.length === 0
        ? []
        : [{ person: fieldsOf(person), changes, schools: schoolsOf(person.attachments) }];
    }),
    disabled: [...before.persons.values()].filter(({ key }) => !after.persons.has(key)).map(fieldsOf),
  };
}

export function planKinships(before: DirectoryImage, after: DirectoryImage): SyncPlan['kinships'] {
  return { added: missing(after, before), removed: missing(before, after) };
}

/** Kinships of one image that the other does not have. */
function missing(image: DirectoryImage, other: DirectoryImage): { guardian: string; child: string }[] {
  return [...image.kinships].flatMap(([guardian, children]) =>
    [...children].filter((child) => !other.kinships.get(guardian)?.has(child)).map((child) => ({ guardian, child })),
  );
}

function fieldsOf({ key, login, givenName, familyName, displayName }: PersonFields): PersonFields {
  return { key, login, givenName, familyName, displayName };
}
