// SPDX-License-Identifier: EUPL-1.2
import type { SchoolWork } from '@volee/core-adapter';
import { fileKind } from '@volee/core-adapter/ui';
import { In } from 'typeorm';
import type { FileShareRequest } from '../../brick-types.js';
import { givenFilePath, partPath } from '../../paths.js';
import { ContentRow } from '../../store/content.entity.js';
import type { NodeRow } from '../../store/node.entity.js';
import { canBeShown, presentLook } from '../shared/look/file-look.presenter.js';
import { isUnchanged } from '../../domain/parts/untouched-sheets.js';
import type { GiveBackModel, PartFile } from './give-back.model.js';

interface PartAt {
  readonly workId: string;
  readonly pupilId: string;
}

/**
 * The files of a part as teachers and heads see them: one is shown in the page, and the others lead to themselves there.
 * @param asked the id of the file to show; default: for teachers of the class, the first one that a page shows
 */
export async function presentPartFiles(
  files: readonly NodeRow[],
  at: PartAt,
  { asked, isTeacher }: { readonly asked: string | undefined; readonly isTeacher: boolean },
  request: FileShareRequest,
): Promise<Pick<GiveBackModel, 'files' | 'look'>> {
  const contents = await contentsOf(files, request);
  const showable = files.flatMap((file) => {
    const content = contents.get(file.contentId ?? '');
    return content && canBeShown(content) ? [{ file, content }] : [];
  });
  const chosen = showable.find(({ file }) => file.id === asked) ?? (isTeacher ? mostTelling(showable) : undefined);
  const lookUrl = `${request.url(partPath(at.workId, at.pupilId))}?file=`;
  return {
    files: files.map((file) => ({
      ...presentPartFile(file, at, request),
      lookUrl: showable.some((one) => one.file === file) ? lookUrl + file.id : undefined,
    })),
    look: chosen && {
      id: chosen.file.id,
      preview: await presentLook(chosen.file, chosen.content, downloadOf(chosen.file, at, request), request),
    },
  };
}

/** The contents of files, by the id of the content, in one query. */
async function contentsOf(
  files: readonly Pick<NodeRow, 'contentId'>[],
  { db }: Pick<SchoolWork, 'db'>,
): Promise<ReadonlyMap<string, ContentRow>> {
  const ids = [...new Set(files.flatMap(({ contentId }) => contentId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await db.repository(ContentRow).find({ where: { id: In(ids) } });
  return new Map(rows.map((row) => [row.id, row]));
}

interface Showable {
  readonly file: NodeRow;
  readonly content: ContentRow;
}

/** The untouched copy of the teacher's own sheet comes last, and content without a type may be no text. */
function mostTelling(files: readonly Showable[]): Showable | undefined {
  const made = files.filter(({ file }) => !isUnchanged(file));
  return made.find(({ content }) => content.type !== null) ?? made[0] ?? files[0];
}

function downloadOf({ id }: NodeRow, { workId, pupilId }: PartAt, { url }: FileShareRequest): string {
  return url(givenFilePath(workId, pupilId, id));
}

/** One file of a part, as a line. */
export function presentPartFile(file: NodeRow, at: PartAt, request: FileShareRequest): PartFile {
  const { t, format } = request;
  const { id, name, bytes } = file;
  const size = format.bytes(bytes);
  return {
    ...{ ...fileKind(name), id, name, canRemove: false, url: downloadOf(file, at, request) },
    detail: isUnchanged(file) ? t('giveBack.unchanged', { size }) : size,
    lookUrl: undefined,
  };
}
