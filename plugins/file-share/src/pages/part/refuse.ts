// SPDX-License-Identifier: EUPL-1.2
import { TooLargeError, type PageReply } from '@volee/core-adapter';
import type { FileShareKey, FileShareRequest } from '../../brick-types.js';
import { noRoomSentence } from '../../domain/quota/no-room-sentence.js';
import { QuotaError } from '../../domain/quota/quota-error.js';
import type { Settings } from '../../settings.js';
import { TooManyFilesError } from '../../domain/upload/too-many-files-error.js';
import type { LoadedPart } from '../../domain/parts/load-part.js';
import { pupilPartPage } from './part-page.js';
import type { PartStatus } from '../../domain/works/part-status.js';
import type { RefusedForm } from './pupil-part.presenter.js';
import { refreshPart } from '../../domain/parts/refresh-part.js';

type Status = 400 | 409 | 413;

/** The page as it is by now, with the reason, and what was typed. */
export async function refuse(
  refused: string,
  part: LoadedPart,
  request: FileShareRequest,
  { status = 409, ...typed }: Omit<RefusedForm, 'refused'> & { readonly status?: Status } = {},
): Promise<PageReply> {
  return pupilPartPage(await refreshPart(part, request), request, { ...typed, refused, status });
}

/** The page of a part that takes nothing by now, such as one that was handed in on another device. */
export async function refuseFrozen(
  part: LoadedPart,
  request: FileShareRequest,
  typed: Pick<RefusedForm, 'word' | 'version'> = {},
): Promise<PageReply> {
  const now = await refreshPart(part, request);
  const refused = request.t(frozenWords(now.status));
  return pupilPartPage(now, request, { ...typed, refused, status: 409 });
}

function frozenWords({ state, canHandIn }: PartStatus): FileShareKey {
  // Another tab has made it the pupil's again in between.
  if (canHandIn) return 'part.refusedChanged';
  return state === 'handedIn' || state === 'handedInLate' ? 'part.refusedFrozen' : 'part.refusedClosed';
}

interface Refusal {
  readonly words: string;
  readonly status: Status;
}

/** The sentence for files that are too many or too large: the page shows it above the files that are there. Undefined for other errors. */
export function refusalOf(
  error: unknown,
  request: Pick<FileShareRequest, 't' | 'format'>,
  { maxFileSize }: Pick<Settings, 'maxFileSize'>,
): Refusal | undefined {
  const { t, format } = request;
  if (error instanceof TooManyFilesError) {
    return { words: t('part.tooMany', { count: error.most, there: error.there }), status: 400 };
  }
  if (error instanceof QuotaError) return { words: noRoomSentence(error, request), status: 413 };
  if (error instanceof TooLargeError) {
    return { words: t('upload.tooLarge', { size: format.bytes(maxFileSize) }), status: 413 };
  }
  return undefined;
}
