// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '@volee/core-adapter';
import { In, IsNull, type FindOptionsWhere } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { readScope } from '../scope/node-scopes.js';
import { readersSeenBy } from '../scope/readers.js';
import { NodeRow } from '../../store/node.entity.js';
import type { PlaceToSearch } from './places-to-search.js';

/** The lines of one page. */
export const PAGE = 100;

export interface FoundPage {
  readonly nodes: readonly NodeRow[];
  /** The last node, from which the next page goes on. */
  readonly next: string | undefined;
}

/** The nodes that the user sees in these places with a text in its name, by name. Accents and case do not count. */
export async function searchNodes(
  text: string,
  after: string | undefined,
  places: readonly PlaceToSearch[],
  { db, user, access }: Pick<FileShareRequest, 'db' | 'user' | 'access'>,
): Promise<FoundPage> {
  const where = places.flatMap((place) => visibleIn(place, user.id));
  if (where.length === 0) return { nodes: [], next: undefined };
  const nodes = db.repository(NodeRow);
  const last =
    after === undefined
      ? undefined
      : await nodes.findOne({ where: { id: after, spaceId: In(places.map(({ spaceId }) => spaceId)) } });
  const found = await nodes.find({
    where,
    containing: { column: 'searchName', text: normaliseForSearch(text) },
    order: { rank: 'ASC', sortName: 'ASC', id: 'ASC' },
    ...(last && { after: last }),
    take: PAGE + 1,
  });
  const page = found.slice(0, PAGE);
  // The conditions above say the same as the scope, which is checked all the same: a name that is found reveals a file.
  const seen = await access.filter(
    'read',
    page.map((node) => ({ ...readScope(node), node })),
  );
  return { nodes: seen.map(({ node }) => node), next: found.length > PAGE ? page.at(-1)?.id : undefined };
}

function visibleIn({ spaceId, space, profiles }: PlaceToSearch, userId: string): FindOptionsWhere<NodeRow>[] {
  const inSpace = { spaceId, spaceKind: space.kind, trashedAt: IsNull() };
  if (space.kind === 'own' || space.kind === 'team') return [inSpace];
  const seen = readersSeenBy(profiles);
  if (seen.includes('teachers')) return [inSpace];
  return [
    { ...inSpace, readers: In(seen), ownerId: IsNull() },
    { ...inSpace, ownerId: userId },
    ...(profiles.includes('pupil') ? [{ ...inSpace, pupilsAdd: true, ownerId: IsNull() }] : []),
  ];
}
