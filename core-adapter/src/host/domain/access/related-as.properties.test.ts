// SPDX-License-Identifier: EUPL-1.2
import { array, assert, boolean, constantFrom, option, property, record, subarray, type Arbitrary } from 'fast-check';
import type { Permission, ResourceScope } from '../../../api/access.js';
import { PROFILES, type Group, type Profile } from '../../../api/people.js';
import { relatedAs, type Standing } from './related-as.js';

const IDS = ['ada', 'bo', 'cy'] as const;
const GROUPS: readonly Group[] = ['a', 'b', 'c'].map((id) => ({ id, name: id, kind: 'class', schoolYear: 2026 }));

const profile = constantFrom(...PROFILES);
const profiles = subarray([...PROFILES]);
const groupId = constantFrom('a', 'b', 'c', 'elsewhere');
const personId = constantFrom(...IDS);

const standing: Arbitrary<Standing> = record({
  id: personId,
  profiles,
  groups: array(record({ group: constantFrom(...GROUPS), profile }), { maxLength: 4 }),
  pastGroups: array(record({ group: constantFrom(...GROUPS), profile: constantFrom('pupil', 'teacher', 'head') }), {
    maxLength: 2,
  }),
  schoolGroups: subarray([...GROUPS]),
  pupils: array(
    record({ id: personId, isChild: boolean(), classIds: subarray(['a', 'b', 'c']) }).map(
      ({ id, ...relation }) => [id, relation] as const,
    ),
    { maxLength: 3 },
  ).map((entries) => new Map(entries)),
});

const permission: Arbitrary<Permission> = record(
  { profiles: profiles.filter(({ length }) => length > 0), everywhere: profiles, past: constantFrom(true) },
  { requiredKeys: ['profiles'] },
);

const scope: Arbitrary<ResourceScope> = record(
  {
    groupId: option(groupId),
    ownerId: option(personId),
    pupilId: option(personId),
    schoolWide: constantFrom(true),
    visibleTo: profiles,
  },
  { requiredKeys: [] },
);

/** The user with the profiles, groups, classes and children of another one in addition. */
function withMore(user: Standing, more: Standing): Standing {
  const pupils = new Map(user.pupils);
  for (const [id, { isChild, classIds }] of more.pupils) {
    const known = pupils.get(id);
    pupils.set(id, {
      isChild: isChild || known?.isChild === true,
      classIds: [...classIds, ...(known?.classIds ?? [])],
    });
  }
  return {
    id: user.id,
    profiles: [...new Set([...user.profiles, ...more.profiles])],
    groups: [...user.groups, ...more.groups],
    pastGroups: [...user.pastGroups, ...more.pastGroups],
    schoolGroups: [...user.schoolGroups, ...more.schoolGroups],
    pupils,
  };
}

/** The user without any relation to what the scope names. */
function unrelated(
  user: Standing,
  { groupId: group, pupilId: pupil }: ResourceScope,
  everywhere: Permission['everywhere'] = [],
): Standing {
  const classes = user.pupils.get(pupil ?? '')?.classIds ?? [];
  const isOther = ({ group: { id } }: Standing['groups'][number]): boolean => id !== group && !classes.includes(id);
  const pupils = [...user.pupils].map(([id, relation]) => [id, { ...relation, isChild: false }] as const);
  return {
    ...user,
    id: 'somebody else',
    profiles: user.profiles.filter((one) => one !== 'head' && !everywhere.includes(one)),
    groups: user.groups.filter(isOther),
    pastGroups: user.pastGroups.filter(isOther),
    pupils: new Map(pupils),
  };
}

function isAmong(some: readonly Profile[], all: readonly Profile[]): boolean {
  return some.every((one) => all.includes(one));
}

const RUNS = { numRuns: 2_000 };

test('another relation, profile or child never takes anything away', () => {
  assert(
    property(scope, permission, standing, standing, (what, under, user, more) =>
      isAmong(relatedAs(what, under, user), relatedAs(what, under, withMore(user, more))),
    ),
    RUNS,
  );
});

test('a user without a relation to the group, the owner or the pupil is never related, unless it is the whole school’s', () => {
  assert(
    property(scope, permission, standing, (what, under, user) => {
      const isForAll = what.schoolWide === true && typeof what.ownerId !== 'string';
      const found = relatedAs(what, under, unrelated(user, what, under.everywhere));
      return isForAll || found.length === 0;
    }),
    RUNS,
  );
});

test('visibleTo only narrows, and never for the owner', () => {
  assert(
    property(scope, permission, standing, ({ visibleTo, ...open }, under, user) => {
      const all = relatedAs(open, under, user);
      const some = relatedAs({ ...open, ...(visibleTo && { visibleTo }) }, under, user);
      const isOwner = open.ownerId === user.id;
      return isOwner ? isAmong(all, some) : isAmong(some, all) && isAmong(some, visibleTo ?? all);
    }),
    RUNS,
  );
});

test('an owner or a pupil beside a group opens it to nobody but them and the guardians', () => {
  assert(
    property(groupId, personId, permission, standing, (group, person, under, user) => {
      const toGroup = relatedAs({ groupId: group }, under, user);
      const owned = relatedAs({ groupId: group, ownerId: person }, under, user);
      const about = relatedAs({ groupId: group, pupilId: person }, under, user);
      const isFamily = person === user.id || user.pupils.get(person)?.isChild === true;
      return (person === user.id || isAmong(owned, toGroup)) && (isFamily || isAmong(about, toGroup));
    }),
    RUNS,
  );
});
