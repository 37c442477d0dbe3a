// SPDX-License-Identifier: EUPL-1.2
import type { Profile, SchoolDirectory } from '@volee/core-adapter';
import type { Relations } from '../rules/relations.js';
import type { Asked } from './understand.js';

export interface Related {
  /** People that the search may mean; the rules have not judged them. */
  readonly persons: readonly string[];
  /** Pupils with the name that is searched: the others are found by them. */
  readonly pupils: readonly string[];
}

interface Finding {
  /** The profiles of which the user may write to everybody. */
  readonly open: readonly Profile[];
  readonly most: number;
}

type Directory = Pick<SchoolDirectory, 'people' | 'guardiansOf'>;

/** The people that a search names by a relation: « maman de Tom » is a guardian of a pupil named Tom. */
export async function findRelated(
  { relation, rest }: Asked,
  { open, most }: Finding,
  directory: Directory,
): Promise<Related> {
  const name = rest.join(' ');
  if (relation === 'staff' && open.includes('staff')) {
    const narrowed = name === '' ? {} : { name };
    return { persons: await directory.people({ profiles: ['staff'], ...narrowed, most }), pupils: [] };
  }
  if (name === '' || relation === undefined) return { persons: [], pupils: [] };
  const of = open.includes(relation) ? await directory.people({ profiles: [relation], name, most }) : [];
  if (relation !== 'guardian' && relation !== 'teacher') return { persons: of, pupils: [] };
  const pupils = await directory.people({ profiles: ['pupil'], name, most });
  if (relation === 'teacher') return { persons: of, pupils };
  const guardians = [...(await directory.guardiansOf(pupils)).values()].flat().map(({ id }) => id);
  return { persons: [...new Set([...of, ...guardians])], pupils };
}

/** The heads and teachers for a search such as « direction » or « maîtresse d’Inès ». Without a name, these are all of `staff`. */
export function askedStaff(
  { relation, rest }: Asked,
  { pupils }: Related,
  { staff, relations }: { readonly staff: readonly string[]; readonly relations: Relations },
): string[] {
  const { profiles, memberOf, teaches } = relations;
  if (relation !== 'head' && relation !== 'teacher') return [];
  const ofRelation = staff.filter((id) => profiles.get(id)?.includes(relation));
  if (rest.length === 0) return ofRelation;
  const groups = new Set(pupils.flatMap((id) => [...(memberOf.get(id) ?? [])]));
  return relation === 'head'
    ? []
    : ofRelation.filter((id) => [...(teaches.get(id) ?? [])].some((at) => groups.has(at)));
}
