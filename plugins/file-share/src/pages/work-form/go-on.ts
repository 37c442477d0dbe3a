// SPDX-License-Identifier: EUPL-1.2
import type { RedirectReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { deleteRemovedFile, removeGivenFile, restoreGivenFile } from '../../domain/works/remove-given-file.js';
import type { WorkFields } from '../../domain/works/work.input.js';
import { editWorkPath, workFilesPath, workPath } from '../../paths.js';
import type { WorkRow } from '../../store/work.entity.js';

/**
 * The address to which the pressed button leads, once all is kept.
 * @param work as it was before the form
 * @param added how many files came with the form
 */
export async function goOn(
  work: WorkRow,
  fields: WorkFields,
  added: number,
  request: FileShareRequest,
): Promise<RedirectReply> {
  const { t, redirect } = request;
  if (fields.do === 'read' || fields.do === 'fill') return redirect(workFilesPath(work.id, fields.do));
  if (fields.do.startsWith('remove:')) {
    await removeGivenFile(work, fields.do.slice('remove:'.length), request);
    return redirect(editWorkPath(work.id));
  }
  if (fields.do.startsWith('restore:')) {
    await restoreGivenFile(work, fields.do.slice('restore:'.length), request);
    return redirect(editWorkPath(work.id));
  }
  if (fields.do.startsWith('delete:')) {
    const isGone = await deleteRemovedFile(work, fields.do.slice('delete:'.length), request);
    return redirect(editWorkPath(work.id), t(isGone ? 'works.files.deleted' : 'works.files.notDeleted'));
  }
  if (fields.do === 'handOut') {
    const path = workPath(work.id);
    return work.isDraft
      ? redirect(path, t('works.handedOut'), { path, fields: { do: 'withdraw' } })
      : redirect(path, t('works.saved'));
  }
  return redirect(editWorkPath(work.id), added > 0 ? t('works.files.added', { count: added }) : t('works.saved'));
}
