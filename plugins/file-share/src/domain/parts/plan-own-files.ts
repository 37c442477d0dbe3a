// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { ContentRow } from '../../store/content.entity.js';
import { NodeRow } from '../../store/node.entity.js';
import type { ReceivedFile } from '../upload/receive-files.js';
import { sentMark } from './sent-mark.js';

/** Names of many files: iOS calls each photo that is taken for a form `image.jpg`, and the host each file without a name `fichier`. */
const SHARED_NAME = /^(image\.(jpe?g|png|heic)|fichier)$/i;

/** The host cuts longer names: two files may have had two names. */
const CUT_LENGTH = 200;

/** A stored file, and what putting it into a part changes. */
export interface PlannedFile {
  readonly file: ReceivedFile;
  /** The file of the same name that it replaces. */
  readonly there: NodeRow | undefined;
  /** Whether that one has the same content, as in a request that is sent twice: then nothing changes. */
  readonly isSame: boolean;
}

/** Room in bytes, and a number of files. */
export interface PlannedChange {
  /** Bytes that new contents take. */
  readonly taken: number;
  /**
   * Finds the files that are replaced. A file replaces one that was sent with exactly the same name: for a pupil, « Photo.JPG » and «
   * photo.jpg » are two names. The name in the folder may differ: without a sign, or with a number. Two files of one request are both kept,
   * and phones give each new photo the same name; when several files had the name, none of them is replaced.
   */
  readonly freed: number;
  readonly files: number;
}

/**
 * Finds the files that are replaced. A file is replaced by one that is sent with the same name, letter for letter: a pupil reads « Photo.JPG » as
 * another name than « photo.jpg ». The name in the folder may be another: without a sign, or with a number. Two of one go are both meant, and phones give each new
 * photo the same name; where several files had the name, none of them is replaced.
 */
export async function planOwnFiles(
  folder: Pick<NodeRow, 'id'>,
  received: readonly ReceivedFile[],
  { db }: { readonly db: SchoolDatabase },
): Promise<PlannedFile[]> {
  const found = await db.repository(NodeRow).find({ where: { parentId: folder.id } });
  const contentIds = found.flatMap(({ contentId }) => contentId ?? []);
  const contents =
    contentIds.length === 0 ? [] : await db.repository(ContentRow).find({ where: { id: In(contentIds) } });
  return received.map((file, index) => {
    const { sentName } = file;
    const isFirst = received.findIndex((one) => one.sentName === sentName) === index;
    const isOne = isFirst && !SHARED_NAME.test(sentName) && Array.from(sentName).length < CUT_LENGTH;
    const mark = sentMark(sentName);
    const alike = found.filter((node) => (node.sentMark ?? sentMark(node.name)) === mark);
    const same = isFirst ? alike.find((node) => hasContent(node, file, contents)) : undefined;
    const there = same ?? (isOne && alike.length === 1 ? alike[0] : undefined);
    return { file, there, isSame: same !== undefined };
  });
}

function hasContent({ contentId }: NodeRow, file: ReceivedFile, contents: readonly ContentRow[]): boolean {
  const content = contents.find(({ id }) => id === contentId);
  return content?.sha256 === file.sha256 && content.bytes === file.bytes;
}

export function changeOf(planned: readonly PlannedFile[]): PlannedChange {
  const changing = planned.filter(({ isSame }) => !isSame);
  return {
    taken: changing.reduce((sum, { file }) => sum + file.bytes, 0),
    freed: changing.reduce((sum, { there }) => sum + (there?.cost ?? 0), 0),
    files: changing.filter(({ there }) => !there).length,
  };
}
