// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { FileShareBrick, FileShareRequest } from './brick-types.js';
import { classToOpen, readableClass, readableClasses } from './classes.js';
import { FileRow } from './file.entity.js';
import { NoSpaceView } from './no-space.view.js';
import { spacePath } from './paths.js';
import { classParams } from './route-params.js';
import { presentSpace } from './space.presenter.js';
import { classSpace, ownSpace, type Space } from './space.js';
import { SpaceView } from './space.view.js';

/** The pages of the spaces, and the door that leads to the first of them. */
export function registerSpaces({ http, settings }: FileShareBrick): void {
  const maxBytes = settings.maxFileSize;

  http.get('/', { access: 'enter' }, async ({ access, t, page, redirect }) => {
    const first = await classToOpen(access);
    if (first) return redirect(spacePath({ groupId: first.id }));
    if (await access.can('own')) return redirect(spacePath({ groupId: null }));
    return page(t('title'), <NoSpaceView t={t} />);
  });

  http.get('/own', { access: 'own' }, (request) => spacePage(request, ownSpace(request.user.id), maxBytes));

  http.get(
    '/groups/:groupId',
    { access: 'read', params: classParams, group: ({ params }) => params.groupId },
    async (request) => {
      const group = await readableClass(request.access, request.params.groupId);
      return spacePage(request, classSpace(group), maxBytes);
    },
  );
}

async function spacePage(request: FileShareRequest, space: Space, maxBytes: number): Promise<PageReply> {
  const { access, db, directory, user, t, format, url, asset } = request;
  const rows = await db.repository(FileRow).find({ where: space.where, order: { addedAt: 'DESC', id: 'DESC' } });
  const model = presentSpace(space, rows, {
    classes: await readableClasses(access),
    hasOwn: await access.can('own'),
    mayWrite: await access.can(space.writing, space),
    persons: await directory.persons(rows.flatMap(({ addedBy }) => addedBy ?? [])),
    userId: user.id,
    maxBytes,
    t,
    format,
    url,
    asset,
  });
  const scripts = model.upload ? [asset('upload.js')] : [];
  return request.page(model.title, <SpaceView model={model} t={t} />, { scripts });
}
