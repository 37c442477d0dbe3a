// SPDX-License-Identifier: EUPL-1.2
import type { ResourceScope, SchoolWork } from '@volee/core-adapter';
import { In, IsNull, Not } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { inOwnGroups } from '../scope/in-own-groups.js';
import { changeScope, readScope } from '../scope/node-scopes.js';
import { NodeRow } from '../../store/node.entity.js';
import { openAround } from '../tree/open-around.js';
import { MOST, type PickAction } from './pick.input.js';

/** The ticked folders and files. */
export interface Picked extends ResourceScope {
  readonly nodes: readonly NodeRow[];
  /** The number of ticks: some may be gone. */
  readonly asked: number;
}

type PickTools = Pick<SchoolWork, 'db'>;

/**
 * The ticked folders and files, with the scope of reading the first. `pickProblem` judges all of them, and names one that may be read only.
 * Undefined when none of them exists.
 */
export async function loadPicked(
  { ids }: { readonly ids: readonly string[] },
  tools: PickTools,
): Promise<Picked | undefined> {
  const asked = ids.length;
  if (asked === 0 || asked > MOST) return { schoolWide: true, nodes: [], asked };
  const nodes = await findPicked(ids, tools);
  const [first] = nodes;
  if (!first) return undefined;
  return { ...readScope(first), nodes, asked };
}

/** Finds the ticked nodes, except the roots of spaces and the files of works, which are changed on the pages of their work. */
export async function findPicked(ids: readonly string[], { db }: PickTools): Promise<NodeRow[]> {
  const where = { id: In([...ids]), trashedAt: IsNull(), above: Not(''), spaceKind: Not('work' as const) };
  return db.repository(NodeRow).find({ where, order: { rank: 'ASC', sortName: 'ASC', id: 'ASC' } });
}

interface Scoped {
  readonly node: NodeRow;
  readonly scope: ResourceScope;
}

/** The scope of the action on each node; copying counts as reading. */
export async function pickScopes(
  action: PickAction,
  nodes: readonly NodeRow[],
  { db }: PickTools,
): Promise<readonly Scoped[]> {
  if (action === 'copy') return nodes.map((node) => ({ node, scope: readScope(node) }));
  const open = await openAround(nodes, { db });
  return nodes.map((node) => ({ node, scope: changeScope(node, open.has(node.parentId)) }));
}

/** The nodes among these for which the user has the permission. */
export async function allowedOf(
  permission: 'read' | 'change',
  scoped: readonly Scoped[],
  { access }: Pick<FileShareRequest, 'access'>,
): Promise<NodeRow[]> {
  const allowed = await access.filter(
    permission,
    scoped.map(({ node, scope }) => ({ ...scope, node })),
  );
  const nodes = allowed.map(({ node }) => node);
  return permission === 'change' ? inOwnGroups(nodes, { access }) : nodes;
}

/** The nodes among these that the user may read. */
export function readableOf(nodes: readonly NodeRow[], request: Pick<FileShareRequest, 'access'>): Promise<NodeRow[]> {
  return allowedOf(
    'read',
    nodes.map((node) => ({ node, scope: readScope(node) })),
    request,
  );
}
