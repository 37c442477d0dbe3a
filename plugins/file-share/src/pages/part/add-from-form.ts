// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { partPath } from '../../paths.js';
import type { Settings } from '../../settings.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { receiveOwnFiles, type ReceivedOwnFiles } from '../../domain/parts/receive-own-files.js';
import { refusalOf, refuse, refuseFrozen } from './refuse.js';

/** Adds the files of a form to a part. A part that was handed in while they arrived takes none of them. */
export async function addFromForm(
  part: LoadedPart,
  request: FileShareRequest,
  settings: Settings,
): Promise<PageReply | RedirectReply> {
  try {
    return await add(part, request, settings);
  } catch (error) {
    const refusal = refusalOf(error, request, settings);
    if (!refusal) throw error;
    return refuse(refusal.words, part, request, settings, { status: refusal.status });
  }
}

async function add(
  part: LoadedPart,
  request: FileShareRequest,
  settings: Settings,
): Promise<PageReply | RedirectReply> {
  const { redirect } = request;
  const received = await receiveOwnFiles(part, settings, request);
  if (received === undefined) return refuseFrozen(part, request, settings);
  return redirect(partPath(part.work.id, part.pupilId), noticeOf(received, request));
}

/** The most names that a notice tells. */
const MOST_NAMES = 3;

/** « 2 fichiers reçus et vérifiés. « Exposé.odp » a pris la place de celui d’avant. » */
function noticeOf({ count, replaced }: ReceivedOwnFiles, { t, format }: FileShareRequest): string {
  if (count === 0) return t('part.addedNone');
  const added = t('part.added', { count });
  if (replaced.length === 0) return added;
  const names = replaced.slice(0, MOST_NAMES).map((name) => t('part.replacedName', { name }));
  const others = replaced.length - names.length;
  const all = others === 0 ? names : [...names, t('part.replacedOthers', { count: others })];
  return `${added} ${t('part.replaced', { count: replaced.length, names: format.list(all) })}`;
}
