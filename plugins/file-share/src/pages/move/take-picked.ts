// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply, StreamReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { filePath } from '../../paths.js';
import { openedAsHead } from '../../domain/tree/opened-as-head.js';
import { FOLDER } from '../../store/node.entity.js';
import { sendZip } from '../../domain/take/send-zip.js';
import { treeEntries } from '../../domain/take/tree-entries.js';
import { levelsBelow, topmost } from '../../domain/tree/all-below.js';
import { findNode } from '../../domain/tree/find-node.js';
import { pathBack } from './change-picked.js';
import { pickProblem } from '../shared/pick-problem.js';
import { readableOf, type Picked } from '../../domain/move/picked.js';
import { problemPage } from '../shared/problem-page.js';

type TakeRequest = FileShareRequest & { readonly resource: Picked };

/** The ticked folders and files as a zip, without what the user may not read. One file needs none. */
export async function takePicked(request: TakeRequest): Promise<StreamReply | RedirectReply | PageReply> {
  const { resource, redirect } = request;
  const problem = await pickProblem(resource, 'copy', request);
  if (problem) return problemPage(problem, await pathBack(resource.nodes, request), request);
  const nodes = topmost(resource.nodes);
  const [first] = nodes;
  if (first && nodes.length === 1 && first.rank !== FOLDER) return redirect(filePath(first));
  const levels = await levelsBelow(nodes, request, (some) => readableOf(some, request));
  const taken = [...nodes, ...levels.flat()];
  await openedAsHead(taken, request);
  const entries = await treeEntries(taken, '', request);
  return sendZip(await zipName(resource, request), entries, request);
}

/** The one folder, or else the folder in which several were ticked. */
async function zipName({ nodes }: Picked, { db, t }: TakeRequest): Promise<string> {
  const [first] = nodes;
  if (first && nodes.length === 1) return first.name;
  const parent = await findNode(first?.parentId ?? '', { db });
  return parent?.name || t('title');
}
