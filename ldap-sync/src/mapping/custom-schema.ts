// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

import { attributeName, attributeNames, ldapFilter } from '../setting-types.js';

const attribute = attributeName.meta({ written: 'name of an attribute' });

/** When several are named, either the first one with a value counts or all of them do: each key says which. */
const written = 'attribute, or list of them';
const attributes = attributeNames.meta({ written });
const maybeAttributes = attributeNames
  .optional()
  .transform((names): readonly string[] => names ?? [])
  .meta({ written });

const PROFILES = ['pupil', 'guardian', 'teacher', 'staff'] as const;
const KINDS = ['class', 'level', 'option', 'subject', 'service', 'work', 'team', 'none'] as const;

const filter = ldapFilter.meta({ written: 'LDAP filter' });

const schools = z.strictObject({
  filter: filter.describe('Finds the schools: (ENTStructureUAI=*).'),
  uai: attributes.describe('The UAI of a school. A school without one is left out.'),
  name: maybeAttributes.describe('The name of the school; the first with a value. None: its UAI.'),
  kind: maybeAttributes.describe('The kind of the school; it is a collège if this value or its name says so.'),
  keys: maybeAttributes.describe('Further identifiers in entries of persons, besides its DN and its UAI; all of them.'),
});

const persons = z.strictObject({
  filter: filter.describe('Finds the persons: (objectClass=ENTPerson).'),
  login: attribute.describe(
    'The login at the SSO, compared without case. It is also the key, unless keyAttribute names another.',
  ),
  familyName: attributes.describe('The first with a value. A person without one is left out.'),
  givenName: maybeAttributes.describe('The first with a value.'),
  displayName: maybeAttributes.describe('The first with a value. None: given and family name.'),
  profile: attributes.describe(
    'The profile of a person; the first with a known code. Codes of Scribe, of the SDET and of ENTPersonFonctions are known. A person without one is left out.',
  ),
  profiles: z
    .record(z.string().trim().min(1), z.enum(PROFILES, `write ${listed(PROFILES)}: a head is granted in Volée`))
    .default({})
    .meta({
      description:
        'Other codes, each with its profile: pupil, guardian, teacher or staff. They override the known ones.',
      written: 'codes, each with a profile',
    }),
  school: maybeAttributes.describe(
    'The schools of a person, each by DN, UAI or key; all of them. None: the parent in the tree, otherwise the school of their classes or children.',
  ),
  classes: maybeAttributes.describe(
    'The classes of a pupil, and those that a teacher teaches; all of them. Written school$class$…, or class alone.',
  ),
  groups: maybeAttributes.describe('Other groups, written likewise, where groups have no entries.'),
  children: maybeAttributes.describe('The children of a guardian, by DN, key or login; all of them.'),
  ine: maybeAttributes.describe('The national number of a pupil.'),
  birthDate: maybeAttributes.describe('The day of birth: 20140405, 05/04/2014 or 2014-04-05.'),
  level: maybeAttributes.describe('The level: CM1, CM2, 6E, 6EME.'),
});

const groups = z.strictObject({
  filter: filter.describe('Finds the groups: (objectClass=posixGroup).'),
  name: attributes.describe('Its name, and its key in the school; the first with a value.'),
  kind: maybeAttributes.describe('The word for its kind; those of Scribe are known. None: a working group.'),
  kinds: z
    .record(z.string().trim().min(1), z.enum(KINDS, `write ${listed(KINDS)}`))
    .default({})
    .meta({
      description: `Other words, each with its kind: ${listed(KINDS)}. A team, named profs-<class>, teaches that class; none is left out.`,
      written: 'words, each with a kind',
    }),
  label: maybeAttributes.describe('The name of a subject, if the group name is a code.'),
  members: attributes.describe('Its members, by login, or by a DN that begins with the login; all of them.'),
  school: maybeAttributes.describe('Its school, by DN, UAI or key. None: the parent in the tree.'),
});

/** The layout `custom`: the entries and attributes of a directory, and their meaning. */
export const customSchema = z.strictObject({
  schools: schools.describe('The filter and the attributes of schools.'),
  persons: persons.describe('The filter and the attributes of persons.'),
  groups: groups.optional().describe('The filter and the attributes of groups. Absent: classes are read from persons.'),
});

export type CustomMapping = z.output<typeof customSchema>;

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
