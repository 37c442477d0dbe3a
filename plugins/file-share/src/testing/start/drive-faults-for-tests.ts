// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { narrower } from '../../domain/scope/readers.js';
import { ContentRow } from '../../store/content.entity.js';
import { FOLDER, NodeRow } from '../../store/node.entity.js';
import { SpaceRow, TOTAL } from '../../store/space.entity.js';
import { withoutRow } from '../../domain/recount/without-row.js';
import { sumOf } from '../../domain/tree/counts.js';
import { aboveIn } from '../../domain/tree/find-node.js';

/** The deepest that a walk upwards goes. */
const ENDLESS = 50;

/** The faults in the rows of a school: counts, places, scopes. There must be none, whatever was done before. */
export async function driveFaults(db: SchoolDatabase): Promise<string[]> {
  const nodes = await db.repository(NodeRow).find();
  const spaces = await db.repository(SpaceRow).find();
  const contents = await db.repository(ContentRow).find();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const faults: string[] = [];
  const below = nodesBelow(nodes);
  for (const node of nodes) faults.push(...faultsOf(node, below, byId));
  const roots = nodes.filter(({ spaceKind, above }) => spaceKind === 'work' && above === '');
  for (const { id } of await withoutRow(roots, db)) faults.push(`${id} is of no work.`);
  for (const { id, kind, usedBytes, nodes: counted } of spaces) {
    const inside = nodes.filter(({ spaceId, name }) => name !== '' && (kind === TOTAL || spaceId === id));
    const used = sumOf(inside.filter(({ rank }) => rank !== FOLDER)).cost + 1_000 * inside.length;
    const named = kind === TOTAL ? 0 : inside.length;
    if (named !== counted) faults.push(`The space ${id} has ${named} folders and files, and says ${counted}.`);
    if (used !== usedBytes) faults.push(`The space ${id} uses ${used}, and says ${usedBytes}.`);
  }
  for (const { id, refs, unusedSince } of contents) {
    const files = nodes.filter(({ contentId }) => contentId === id).length;
    if (files !== refs) faults.push(`The content ${id} has ${files} files, and says ${refs}.`);
    if ((files === 0) !== (unusedSince !== null)) faults.push(`The content ${id} has ${files} files, or is unused.`);
  }
  const paid = new Set(nodes.filter(({ spaceKind, cost }) => spaceKind === 'work' && cost > 0).map(paidOf));
  const unpaid = nodes.filter(
    ({ spaceKind, contentId, bytes, cost }) => spaceKind === 'work' && contentId !== null && bytes > 0 && cost === 0,
  );
  for (const node of unpaid) if (!paid.has(paidOf(node))) faults.push(`${node.id} is paid for by nobody.`);
  return faults;
}

/** A content in the works of a class. */
function paidOf({ spaceId, contentId }: NodeRow): string {
  return `${spaceId} ${contentId}`;
}

/** Path of a folder, in the form of `above` → all that is below it. In one walk: drives of these tests have thousands of nodes. */
function nodesBelow(nodes: readonly NodeRow[]): ReadonlyMap<string, NodeRow[]> {
  const below = new Map<string, NodeRow[]>();
  for (const node of nodes) {
    for (let end = node.above.indexOf('/'); end !== -1; end = node.above.indexOf('/', end + 1)) {
      const path = node.above.slice(0, end + 1);
      const inside = below.get(path) ?? [];
      inside.push(node);
      below.set(path, inside);
    }
  }
  return below;
}

function faultsOf(
  node: NodeRow,
  belowPath: ReadonlyMap<string, readonly NodeRow[]>,
  byId: ReadonlyMap<string, NodeRow>,
): string[] {
  const { id, parentId, above, rank, trashedAt, spaceId, spaceKind, groupId, ownerId, readers, dropped } = node;
  const faults: string[] = [];
  const parent = byId.get(parentId);
  // The folders of works and of their parts are roots in the space of the class: see above.
  if (!parent && (above !== '' || (parentId !== spaceId && spaceKind !== 'work'))) faults.push(`${id} is nowhere.`);
  if (parent) {
    if (above !== aboveIn(parent)) faults.push(`${id} says that it is below ${above}.`);
    if ((parent.trashedAt === null) !== (trashedAt === null)) faults.push(`${id} is only half in the trash.`);
    if (parent.spaceId !== spaceId || parent.groupId !== groupId) faults.push(`${id} is of another space.`);
    // In a folder of one pupil, a file of another may lie.
    if (spaceKind !== 'group' && parent.ownerId !== null && parent.ownerId !== ownerId)
      faults.push(`${id} is of another person.`);
    // Files that come back in a work are read by families, one by one.
    const isNarrow = spaceKind === 'work' || narrower(parent.readers, readers) === readers;
    if (!isNarrow) faults.push(`${id} has more readers than its folder.`);
  }
  const isAlone = spaceKind === 'group' && ownerId !== null;
  if (isAlone && readers !== 'teachers' && !dropped) faults.push(`${id} is shown, and of one pupil.`);
  if (dropped && !isAlone) faults.push(`${id} was put into a drop box, and is of no pupil.`);
  let up = parent;
  for (let step = 0; up; step += 1, up = byId.get(up.parentId)) if (step > ENDLESS) return [`${id} is in a circle.`];
  if (rank === FOLDER) {
    const inside = belowPath.get(`${above}${id}/`) ?? [];
    const below = sumOf(inside.filter((one) => one.rank !== FOLDER));
    const named = inside.length + (node.name === '' ? 0 : 1);
    if (named !== node.nodes) faults.push(`${id} counts ${node.nodes} folders and files, and has ${named}.`);
    if (below.files !== node.files || below.bytes !== node.bytes || below.cost !== node.cost) {
      faults.push(`${id} counts ${node.files} files, and has ${below.files}.`);
    }
  }
  return faults;
}
