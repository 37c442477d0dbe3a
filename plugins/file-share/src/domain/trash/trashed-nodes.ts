// SPDX-License-Identifier: EUPL-1.2
import { In, IsNull, LessThanOrEqual, Not, type FindOptionsWhere } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { sharedWithOthers } from '../move/shared-with-others.js';
import { changeScope } from '../scope/node-scopes.js';
import { NodeRow } from '../../store/node.entity.js';
import { isOwnRubbish } from './comes-home.js';
import type { TrashPlace } from './trash-place.js';

type TrashRequest = Pick<FileShareRequest, 'access' | 'db' | 'user'>;

interface TrashPage {
  readonly after?: NodeRow | undefined;
  readonly take: number;
  /** Only what was in the trash by then. */
  readonly until?: Date;
}

/**
 * The folders and files in the trash of a space that the user may put back or delete, the newest first, without the nodes below them. A
 * folder with things of others is left out if the user may change it only because they added it. More may follow as long as there are
 * `take`.
 */
export async function trashedNodes(
  place: Pick<TrashPlace, 'space' | 'spaceId'>,
  { after, take, until }: TrashPage,
  request: TrashRequest,
): Promise<{ readonly nodes: readonly NodeRow[]; readonly last: NodeRow | undefined }> {
  const found = await request.db.repository(NodeRow).find({
    where: placesOf(place, request).map((where) => ({
      ...where,
      ...(until && { trashedAt: LessThanOrEqual(until) }),
    })),
    order: { trashedAt: 'DESC', id: 'DESC' },
    ...(after && { after }),
    take,
  });
  const last = found.length < take ? undefined : found.at(-1);
  return { nodes: await changeableOf(found, request), last };
}

/** A pupil finds what they threw away themselves, and in their own trash also that of a class: its folder may be closed, or the class out of reach. */
function placesOf(
  { space, spaceId }: Pick<TrashPlace, 'space' | 'spaceId'>,
  request: Pick<TrashRequest, 'user'>,
): FindOptionsWhere<NodeRow>[] {
  const thrown = thrownInClasses(request);
  if (!thrown) return [trashOf(spaceId)];
  return space.kind === 'own' ? [trashOf(spaceId), thrown] : [{ ...trashOf(spaceId), ...thrown }];
}

/** The nodes of classes that the user, a pupil, added and threw away. Undefined for everybody else. */
export function thrownInClasses({ user }: Pick<TrashRequest, 'user'>): FindOptionsWhere<NodeRow> | undefined {
  if (!isPupilOnly({ user })) return undefined;
  return { addedBy: user.id, trashedBy: user.id, spaceKind: 'group', trashedFrom: Not(IsNull()) };
}

/** The nodes that were put into the trash of a space by themselves. Files of works are deleted with their work. */
export function trashOf(spaceId: string): FindOptionsWhere<NodeRow> {
  return { spaceId, trashedFrom: Not(IsNull()), spaceKind: Not('work' as const) };
}

/** A pupil changes what they added, and nothing else: their list needs no pages of what others added. */
function isPupilOnly({ user }: Pick<TrashRequest, 'user'>): boolean {
  return user.profiles.every((profile) => profile === 'pupil' || profile === 'guardian');
}

/** The nodes among these that the user may change where they came from, or added. */
async function changeableOf(nodes: readonly NodeRow[], request: TrashRequest): Promise<NodeRow[]> {
  const { access, db } = request;
  const open = await openFolders(nodes, db);
  const isOpen = (node: NodeRow): boolean =>
    isOwnRubbish(node) &&
    (open.has(node.trashedFrom ?? '') || (node.addedBy === request.user.id && isPupilOnly(request)));
  const scoped = nodes.map((node) => ({ ...changeScope(node, isOpen(node)), node }));
  const changeable = (await access.filter('change', scoped)).map(({ node }) => node);
  const shared = await sharedWithOthers(changeable, request);
  return changeable.filter((node) => !shared.has(node));
}

/** The folders that are open to pupils, among those from which these nodes came. */
async function openFolders(nodes: readonly NodeRow[], db: TrashRequest['db']): Promise<ReadonlySet<string>> {
  const ids = [...new Set(nodes.flatMap(({ trashedFrom }) => trashedFrom ?? []))];
  const where = { id: In(ids), pupilsAdd: true, trashedAt: IsNull() };
  const found = await db.repository(NodeRow).find({ select: ['id', 'groupId', 'ownerId', 'pupilId'], where });
  return new Set(found.map(({ id }) => id));
}
