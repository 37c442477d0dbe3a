// SPDX-License-Identifier: EUPL-1.2
import type { Member, Profile } from '@volee/core-adapter';
import type { FileShareRequest } from '../../../brick-types.js';
import type { NodeRow } from '../../../store/node.entity.js';

/** The people who added nodes, by id, with the name that the user reads. */
export type Adders = ReadonlyMap<string, Pick<Member, 'displayName'>>;

/**
 * The people who added these nodes. Guardians read the names of adults and of their own children, and « un élève » for all others.
 * @param profiles the profiles by which the user reads the nodes
 */
export async function addersOf(
  nodes: readonly Pick<NodeRow, 'addedBy'>[],
  profiles: readonly Profile[],
  { directory, t }: Pick<FileShareRequest, 'directory' | 't'>,
): Promise<Adders> {
  const ids = [...new Set(nodes.flatMap(({ addedBy }) => addedBy ?? []))];
  const persons = await directory.persons(ids);
  if (ids.length === 0 || profiles.length === 0 || !profiles.every((profile) => profile === 'guardian')) return persons;
  const children = new Set((await directory.children()).map(({ id }) => id));
  const { profiles: now } = await directory.relations(ids);
  const isNamed = (id: string): boolean => children.has(id) || (now.get(id) ?? []).some((one) => one !== 'pupil');
  const isPupil = (id: string): boolean => now.get(id)?.includes('pupil') ?? false;
  const named = [...persons].filter(([id]) => isNamed(id));
  const pupils = ids.filter((id) => !isNamed(id) && isPupil(id));
  return new Map([...named, ...pupils.map((id) => [id, { displayName: t('list.aPupil') }] as const)]);
}
