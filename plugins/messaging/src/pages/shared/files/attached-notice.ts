// SPDX-License-Identifier: EUPL-1.2
import type { Format } from '@volee/core-adapter';
import type { Attached } from '../../../domain/attachments/attach-files.js';
import { MOST_BYTES, MOST_FILES, MOST_TOGETHER } from '../../../domain/attachments/limits.js';
import { MOST_UNSENT_BYTES } from '../../../domain/write/draft-room.js';
import { droppedNotices } from '../../../domain/words/dropped-notices.js';
import type { MessagingTexts } from '../../../brick-types.js';

/** The notice after files were sent: the attached ones, for each other one the reason, and the drafts that made room for them. */
export function attachedNotice(
  { names, refused, dropped }: Attached,
  { t, format }: { readonly t: MessagingTexts; readonly format: Format },
): string {
  if (names.length === 0 && refused.length === 0) return t('files.none');
  const limits = {
    most: MOST_FILES,
    each: format.bytes(MOST_BYTES),
    together: format.bytes(MOST_TOGETHER),
    all: format.bytes(MOST_UNSENT_BYTES),
  };
  return [
    ...(names.length > 0 ? [t('files.attached', { count: names.length })] : []),
    ...refused.map(({ name, bytes, reason }) => t(`files.${reason}`, { ...limits, name, size: format.bytes(bytes) })),
    ...droppedNotices(dropped, t),
  ].join(' ');
}
