// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type PageOptions, type PageReply, type RedirectReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { toggleFavourite } from '../../domain/favourites/toggle-favourite.js';
import { nodePath } from '../../paths.js';
import { pupilsAmong } from '../../domain/readers/pupils-among.js';
import { setReaders } from '../../domain/readers/set-readers.js';
import { readersWord } from '../../domain/readers/readers-tag.js';
import { idParams } from '../../route-params.js';
import { inOwnGroups } from '../../domain/scope/in-own-groups.js';
import { readScope } from '../../domain/scope/node-scopes.js';
import { READERS } from '../../store/readers.js';
import { FOLDER } from '../../store/node.entity.js';
import { AboutView } from './about.view.js';
import { nodeToChange, nodeToRead, nodeToShow, type ScopedNode } from '../../domain/space/node-place.js';
import { presentAbout, type RefusedName } from './about.presenter.js';
import { renameNode } from '../../domain/tree/rename-node.js';

type AboutRequest = FileShareRequest & { readonly resource: ScopedNode };

const renameBody = z.object({ name: z.string() });
const readersBody = z.object({ readers: z.enum(READERS), pupilsAdd: z.literal('true').optional() });

/** The page about one folder or file, and its forms. */
export function registerAbout({ http }: FileShareBrick): void {
  http.get('/nodes/:id', { access: 'read', params: idParams, load: nodeToRead }, (request) => aboutPage(request));
  const change = { access: 'change', params: idParams } as const;
  http.post('/nodes/:id/rename', { ...change, body: renameBody, load: nodeToChange }, (request) =>
    rename(request.body.name, request),
  );
  http.post('/nodes/:id/readers', { ...change, body: readersBody, load: nodeToShow }, (request) =>
    show(request.body, request),
  );
  http.post('/nodes/:id/favourite', { access: 'read', params: idParams, load: nodeToRead }, async (request) => {
    const { node } = request.resource;
    const isFavourite = await toggleFavourite(node.id, request);
    const notice = request.t(isFavourite ? 'favourite.added' : 'favourite.removed', { name: node.name });
    return request.redirect(nodePath(node), notice);
  });
}

async function aboutPage(
  request: AboutRequest,
  refused?: RefusedName,
  status?: PageOptions['status'],
): Promise<PageReply> {
  const model = await presentAbout(request.resource, request, refused);
  return request.page(model.title, <AboutView model={model} t={request.t} />, { ...(status && { status }) });
}

async function rename(typed: string, request: AboutRequest): Promise<PageReply | RedirectReply> {
  const { t, redirect, resource, access } = request;
  const [node] = await inOwnGroups([resource.node], request);
  if (!node || !(await access.can('read', readScope(node)))) {
    throw new NotFoundError('The user does not see it any more.', { details: { node: resource.node.id } });
  }
  const result = await renameNode(resource.node, typed, request);
  if ('name' in result) return redirect(nodePath(resource.node), t('rename.done', { name: result.name }));
  const error = t(`rename.${result.refused}`);
  return aboutPage(request, { typed, error }, result.refused === 'taken' ? 409 : 400);
}

async function show(
  { readers, pupilsAdd }: z.output<typeof readersBody>,
  request: AboutRequest,
): Promise<RedirectReply> {
  const { t, redirect, db, directory, resource } = request;
  const { node } = resource;
  const choice = { readers, pupilsAdd: pupilsAdd !== undefined };
  await setReaders(node, choice, { db, pupilsAmong: (ids) => pupilsAmong(ids, directory) });
  const isOpen = choice.pupilsAdd && node.rank === FOLDER && node.spaceKind === 'group';
  const word = readersWord(node.spaceKind, readers, t);
  return redirect(nodePath(node), t(isOpen ? 'readers.doneOpen' : 'readers.done', { word }));
}
