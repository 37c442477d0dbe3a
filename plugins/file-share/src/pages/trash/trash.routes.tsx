// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { FileShareBrick } from '../../brick-types.js';
import { trashPath, UNTRASH_PATH } from '../../paths.js';
import { idParams, spaceKeyParams } from '../../route-params.js';
import { NodeRow } from '../../store/node.entity.js';
import { emptyTrash } from '../../domain/trash/empty-trash.js';
import { PAGE, presentTrash } from './trash.presenter.js';
import { untrashBody } from '../../domain/move/pick.input.js';
import { restoreTrashed, undoTrash } from './restore-trashed.js';
import { loadTrash } from '../../domain/trash/trash-place.js';
import { TrashView } from './trash.view.js';
import { loadTrashed, type TrashedNode } from '../../domain/trash/trashed-node.js';
import { trashedNodes } from '../../domain/trash/trashed-nodes.js';

const pageQuery = z.object({ after: z.uuid().optional().catch(undefined) });
/** The page of which the lines are deleted. */
const emptyBody = z.object({ until: z.iso.datetime(), after: z.uuid().optional() });

type UntrashContext = Omit<Parameters<typeof loadTrashed>[0], 'params'> & {
  readonly body: z.output<typeof untrashBody>;
};

export function registerTrash({ http, settings }: FileShareBrick): void {
  const ofSpace = { access: 'change', params: spaceKeyParams, load: loadTrash } as const;
  http.get('/spaces/:spaceId/trash', { ...ofSpace, query: pageQuery }, async (request) => {
    const { t, page, asset, resource } = request;
    const model = await presentTrash(resource, request, settings);
    return page(t('trash.title'), <TrashView model={model} t={t} />, { styles: [asset('file-share-trash.css')] });
  });
  http.post('/spaces/:spaceId/trash/empty', { ...ofSpace, body: emptyBody }, async (request) => {
    const { body, resource, db, t, redirect } = request;
    const nodes = db.repository(NodeRow);
    const after = body.after === undefined ? undefined : await nodes.findOne({ where: { id: body.after } });
    const shown = await trashedNodes(resource, { after, take: PAGE, until: new Date(body.until) }, request);
    const count = await emptyTrash(resource, shown.nodes, request);
    return redirect(trashPath(resource.spaceId), t('trash.emptied', { count }));
  });
  http.post('/nodes/:id/restore', { access: 'change', params: idParams, load: loadTrashed }, (request) =>
    restoreTrashed(request, settings),
  );
  const first = ({ body, ...context }: UntrashContext): Promise<TrashedNode | undefined> =>
    loadTrashed({ ...context, params: { id: body.ids[0] ?? '' } });
  http.post(UNTRASH_PATH, { access: 'change', body: untrashBody, load: first }, (request) =>
    undoTrash(request.body.ids, request, settings),
  );
}
