// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../../brick-types.js';
import type { LoadedPart } from './load-part.js';

/** Writes a line in the journal of the school when a part is read as the head alone. */
export async function readAsHead(
  part: LoadedPart,
  subject: Readonly<Record<string, string>>,
  { access, audit }: Pick<FileShareRequest, 'access' | 'audit'>,
): Promise<void> {
  if ((await access.heldAs('readPart', part)).join() !== 'head') return;
  await audit('part.read', { work: part.work.id, pupil: part.pupilId, ...subject });
}
