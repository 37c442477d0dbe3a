// SPDX-License-Identifier: EUPL-1.2
import type { SchoolPlan, SyncPlan } from './sync-plan.js';

/** The fields of a plan without changes to people. */
export const NO_PERSONS: Pick<SyncPlan, 'persons' | 'kinships' | 'digests' | 'stableIds'> = {
  persons: {
    ...{ created: [], changed: [], joined: [], disabled: [], released: [] },
    ...{ revived: [], renamed: [], replaced: [], turned: [], homonyms: [] },
  },
  kinships: { added: [], removed: [] },
  digests: [],
  stableIds: [],
};

/** Merges the parts of a plan for display. The first import of a region is planned and applied in parts and never held whole. */
export function mergePlans(parts: readonly SyncPlan[]): SyncPlan {
  const schools = new Map<string, SchoolPlan>();
  for (const school of parts.flatMap((part) => part.schools)) {
    const known = schools.get(school.uai);
    schools.set(school.uai, known ? mergeSchools(known, school) : school);
  }
  return {
    source: parts[0]?.source ?? '',
    persons: {
      created: parts.flatMap(({ persons }) => persons.created),
      changed: parts.flatMap(({ persons }) => persons.changed),
      joined: parts.flatMap(({ persons }) => persons.joined),
      disabled: parts.flatMap(({ persons }) => persons.disabled),
      released: parts.flatMap(({ persons }) => persons.released),
      revived: parts.flatMap(({ persons }) => persons.revived),
      renamed: parts.flatMap(({ persons }) => persons.renamed),
      replaced: parts.flatMap(({ persons }) => persons.replaced),
      turned: parts.flatMap(({ persons }) => persons.turned),
      homonyms: parts.flatMap(({ persons }) => persons.homonyms),
    },
    kinships: {
      added: parts.flatMap(({ kinships }) => kinships.added),
      removed: parts.flatMap(({ kinships }) => kinships.removed),
    },
    schools: [...schools.values()].sort((one, other) => (one.uai < other.uai ? -1 : 1)),
    digests: parts.flatMap(({ digests }) => digests),
    stableIds: parts.flatMap(({ stableIds }) => stableIds),
  };
}

/** Merges two parts about one school. Only one of them has changes to the school itself and its groups. */
function mergeSchools(one: SchoolPlan, other: SchoolPlan): SchoolPlan {
  return {
    ...one,
    ...other,
    ...(one.created && { created: one.created }),
    changes: [...one.changes, ...other.changes],
    attachments: {
      begun: [...one.attachments.begun, ...other.attachments.begun],
      ended: [...one.attachments.ended, ...other.attachments.ended],
    },
    groups: {
      created: [...one.groups.created, ...other.groups.created],
      changed: [...one.groups.changed, ...other.groups.changed],
      ended: [...one.groups.ended, ...other.groups.ended],
      revived: [...one.groups.revived, ...other.groups.revived],
    },
    memberships: {
      added: [...one.memberships.added, ...other.memberships.added],
      removed: [...one.memberships.removed, ...other.memberships.removed],
    },
  };
}
