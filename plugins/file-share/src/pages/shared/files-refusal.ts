// SPDX-License-Identifier: EUPL-1.2
import { TooLargeError } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { noRoomSentence } from '../../domain/quota/no-room-sentence.js';
import { QuotaError } from '../../domain/quota/quota-error.js';
import { TooManyFilesError } from '../../domain/upload/too-many-files-error.js';
import type { Settings } from '../../settings.js';

interface Refusal {
  readonly words: string;
  readonly status: 400 | 413;
}

/** The sentence for files that are too many or too large: the page shows it above the files that are there. Undefined for other errors. */
export function filesRefusal(
  error: unknown,
  tooMany: 'part.tooMany' | 'works.files.tooMany',
  request: Pick<FileShareRequest, 't' | 'format'>,
  { maxFileSize }: Pick<Settings, 'maxFileSize'>,
): Refusal | undefined {
  const { t, format } = request;
  if (error instanceof TooManyFilesError) {
    return { words: t(tooMany, { count: error.most, there: error.there }), status: 400 };
  }
  if (error instanceof QuotaError) return { words: noRoomSentence(error, request), status: 413 };
  if (error instanceof TooLargeError) {
    return { words: t('upload.tooLarge', { size: format.bytes(maxFileSize) }), status: 413 };
  }
  return undefined;
}
