// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import type { LoadedPart } from './load-part.js';
import { readPartFiles } from './part-files.js';

type HeadTools = Pick<FileShareRequest, 'access' | 'audit'>;

/** Writes a line in the journal of the school when a part is read as the head alone. */
export async function readAsHead(
  part: LoadedPart,
  subject: Readonly<Record<string, string>>,
  { access, audit }: HeadTools,
): Promise<void> {
  if (!(await isHeadAlone(part, access))) return;
  await audit('part.read', { work: part.work.id, pupil: part.pupilId, ...subject });
}

/** The same for the page of a part. The line names the file of the address only where the part has it. */
export async function lookAsHead(
  part: LoadedPart,
  file: string | undefined,
  tools: HeadTools & Pick<FileShareRequest, 'db'>,
): Promise<void> {
  if (!(await isHeadAlone(part, tools.access))) return;
  const { row } = part;
  const files = file === undefined || !row ? [] : (await readPartFiles([row.id], tools))(row.id, 'own');
  await readAsHead(part, file !== undefined && files.some(({ id }) => id === file) ? { file } : {}, tools);
}

async function isHeadAlone(part: LoadedPart, access: HeadTools['access']): Promise<boolean> {
  return (await access.heldAs('readPart', part)).join() === 'head';
}
