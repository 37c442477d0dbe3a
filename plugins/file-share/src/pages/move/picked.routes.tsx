// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply, StreamReply } from '@volee/core-adapter';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { changePicked, pathBack } from './change-picked.js';
import { loadPicked, readableOf, type Picked } from '../../domain/move/picked.js';
import { PickedView } from './picked.view.js';
import { pickBody, pickQuery, takeQuery } from '../../domain/move/pick.input.js';
import { pickProblem } from '../shared/pick-problem.js';
import { presentPicked } from './picked.presenter.js';
import { problemPage } from '../shared/problem-page.js';
import { filePath } from '../../paths.js';
import { openedAsHead } from '../../domain/tree/opened-as-head.js';
import { FOLDER } from '../../store/node.entity.js';
import { sendZip } from '../../domain/take/send-zip.js';
import { treeEntries } from '../../domain/take/tree-entries.js';
import { levelsBelow, topmost } from '../../domain/tree/all-below.js';
import { findNode } from '../../domain/tree/find-node.js';

/** Registers the actions on several nodes at once: the choice of a destination, and moving, copying and deleting. */
export function registerPicked({ http, settings }: FileShareBrick): void {
  http.get(
    '/picked',
    { access: 'pick', query: pickQuery, load: ({ query, db }) => loadPicked(query, { db }) },
    async (request) => {
      const { query, resource, t, page, asset } = request;
      const problem = await pickProblem(resource, query.action, request);
      if (problem) return problemPage(problem, await pathBack(resource.nodes, request), request);
      const model = await presentPicked(resource.nodes, request);
      return page(model.title, <PickedView model={model} t={t} />, { styles: [asset('file-share-move.css')] });
    },
  );
  http.get(
    '/picked/take',
    { access: 'read', query: takeQuery, load: ({ query, db }) => loadPicked(query, { db }) },
    takePicked,
  );
  http.post(
    '/picked',
    { access: 'pick', body: pickBody, load: ({ body, db }) => loadPicked(body, { db }) },
    (request) => changePicked(request, settings),
  );
}

type TakeRequest = FileShareRequest & { readonly resource: Picked };

/** The ticked folders and files as a zip, without what the user may not read. One file needs none. */
async function takePicked(request: TakeRequest): Promise<StreamReply | RedirectReply | PageReply> {
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
