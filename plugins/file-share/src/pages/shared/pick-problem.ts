// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import type { NodeRow } from '../../store/node.entity.js';
import { allowedOf, pickScopes, readableOf, type Picked } from '../../domain/move/picked.js';
import { MOST, type PickAction } from '../../domain/move/pick.input.js';
import { sharedWithOthers } from '../../domain/move/shared-with-others.js';

/** Why nothing is done at all. */
export type PickProblem =
  | { readonly kind: 'none' | 'tooMany' | 'gone' | 'copying' }
  /** `refused`: a folder or file that the user may read only. `others`: a folder of theirs with something of somebody else. */
  | { readonly kind: 'refused' | 'others' | 'intoItself' | 'tooDeep'; readonly name: string };

/** All that is ticked is there and may be changed, or nothing is done. @throws NotFoundError when nothing of it is there */
export async function pickProblem(
  { nodes, asked }: Pick<Picked, 'nodes' | 'asked'>,
  action: PickAction,
  request: Pick<FileShareRequest, 'access' | 'db' | 'user'>,
): Promise<PickProblem | undefined> {
  if (asked === 0) return { kind: 'none' };
  if (asked > MOST) return { kind: 'tooMany' };
  // A node that the user may not read does not exist for them.
  const readable = await readableOf(nodes, request);
  if (readable.length === 0) throw new NotFoundError('Nothing that is ticked is there for the user.');
  if (readable.length < asked) return { kind: 'gone' };
  const refused = await firstRefused(nodes, action, request);
  if (refused) return { kind: 'refused', name: refused.name };
  if (action === 'copy') return undefined;
  const [shared] = await sharedWithOthers(nodes, request);
  return shared && { kind: 'others', name: shared.name };
}

async function firstRefused(
  nodes: readonly NodeRow[],
  action: PickAction,
  request: Pick<FileShareRequest, 'access' | 'db'>,
): Promise<NodeRow | undefined> {
  const permission = action === 'copy' ? 'read' : 'change';
  const allowed = new Set(await allowedOf(permission, await pickScopes(action, nodes, request), request));
  return nodes.find((node) => !allowed.has(node));
}
