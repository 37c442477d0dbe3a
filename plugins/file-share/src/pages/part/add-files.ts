// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import type { HandInForm } from '../../domain/parts/hand-in.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { receiveOwnFiles, type ReceivedOwnFiles } from '../../domain/parts/receive-own-files.js';
import type { Settings } from '../../settings.js';
import { filesRefusal } from '../shared/files-refusal.js';
import { refuse, refuseFrozen } from './refuse.js';

/** The maximum number of names that a notice tells. */
const MOST_NAMES = 3;

/**
 * Adds the files of a form to a part. A part that was handed in while they arrived takes none of them.
 * @param typed what the form holds besides, for the page of a refusal
 * @param kept what is kept in the same transaction
 * @returns a page when they were refused
 */
export async function addFiles(
  part: LoadedPart,
  { typed, kept }: { readonly typed: HandInForm | undefined; readonly kept: HandInForm | undefined },
  request: FileShareRequest,
  settings: Settings,
): Promise<{ readonly received: ReceivedOwnFiles } | { readonly refused: PageReply }> {
  try {
    const received = await receiveOwnFiles(part, kept, settings, request);
    return received === 'frozen' ? { refused: await refuseFrozen(part, request, typed) } : { received };
  } catch (error) {
    const refusal = filesRefusal(error, 'part.tooMany', request, settings);
    if (!refusal) throw error;
    return { refused: await refuse(refusal.words, part, request, { ...typed, status: refusal.status }) };
  }
}

/** « 2 fichiers bien arrivés. « Exposé.odp » a pris la place de celui d’avant. » */
export function addedWords({ count, replaced }: ReceivedOwnFiles, { t, format }: FileShareRequest): string {
  if (count === 0) return t('part.addedNone');
  const added = t('part.added', { count });
  if (replaced.length === 0) return added;
  const names = replaced.slice(0, MOST_NAMES).map((name) => t('part.replacedName', { name }));
  const others = replaced.length - names.length;
  const all = others === 0 ? names : [...names, t('part.replacedOthers', { count: others })];
  return `${added} ${t('part.replaced', { count: replaced.length, names: format.list(all) })}`;
}
