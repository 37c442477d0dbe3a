// SPDX-License-Identifier: EUPL-1.2
import { content, NotFoundError } from '@volee/core-adapter';
import { In } from 'typeorm';
import { z } from 'zod';
import type { NoticesBrick } from '../../brick-types.js';
import { receiveFile } from '../../domain/attach/receive-file.js';
import { NoticeRow } from '../../store/notice.entity.js';
import { LONGEST_TEXT, NoticesView } from './notices.view.js';

const newNotice = z.object({ groupId: z.uuid(), text: z.string().trim().min(1).max(LONGEST_TEXT) });

/** The number of notices on the page. */
const SHOWN = 50;

/**
 * The page, the form on it, and the files of notices. Each route names the permission that it requires; `db` holds the rows of one school
 * only.
 */
export function registerNotices({ http, settings }: NoticesBrick): void {
  http.get('/', { access: 'read' }, async ({ access, db, directory, t, format, url, page }) => {
    const groups = await access.groups('read');
    const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
    const rows = await db.repository(NoticeRow).find({
      where: { groupId: In([...groupNames.keys()]) },
      order: { addedAt: 'DESC', id: 'DESC' },
      take: SHOWN,
    });
    const authors = await directory.persons(rows.map(({ addedBy }) => addedBy));
    const removable = new Set((await access.filter('write', rows)).map(({ id }) => id));
    const notices = rows.map(({ id, text, groupId, addedBy, addedAt, fileName }) => ({
      id,
      text,
      group: groupNames.get(groupId) ?? '',
      detail: t('notice.detail', {
        who: authors.get(addedBy)?.displayName ?? t('notice.gone'),
        when: format.moment(addedAt),
      }),
      file: fileName ? { url: url(`/notices/${id}/file`), name: fileName } : undefined,
      removeUrl: removable.has(id) ? url(`/notices/${id}/remove`) : undefined,
    }));
    const model = {
      notices,
      writable: await access.groups('write'),
      actionUrl: url('/notices'),
      maxFileSize: format.bytes(settings.maxFileSize),
    };
    return page(t('title'), <NoticesView model={model} t={t} />);
  });

  http.post(
    '/notices',
    { access: 'write', body: newNotice, group: ({ body }) => body.groupId, upload: { maxFiles: 1 } },
    async ({ body, files, db, storage, user, clock, t, redirect }) => {
      await receiveFile({ files, storage }, settings.maxFileSize, (file) =>
        db.repository(NoticeRow).insertOne({ ...body, ...file, addedBy: user.id, addedAt: clock.now() }),
      );
      return redirect('/', t('form.done'));
    },
  );

  // The host reads the row of the school by `:id`, and requires the permission in the class that its `groupId` names.
  http.post(
    '/notices/:id/remove',
    { access: 'write', load: NoticeRow },
    async ({ resource: { id, fileKey }, db, storage, t, redirect }) => {
      await db.repository(NoticeRow).delete({ id });
      if (fileKey) await storage.remove(fileKey);
      return redirect('/', t('notice.removed'));
    },
  );

  registerDownload(http);
}

/** The file of a notice, for the people who read the notice. */
function registerDownload(http: NoticesBrick['http']): void {
  http.get(
    '/notices/:id/file',
    { access: 'read', load: NoticeRow },
    ({ resource: { id, fileKey, fileName, fileBytes, addedAt }, storage }) => {
      if (!fileKey) throw new NotFoundError('The notice has no file.');
      return content({
        name: fileName ?? '',
        bytes: fileBytes ?? 0,
        etag: id,
        modifiedAt: addedAt,
        open: (range) => storage.open(fileKey, range),
      });
    },
  );
}
