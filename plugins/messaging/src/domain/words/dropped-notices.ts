// SPDX-License-Identifier: EUPL-1.2
import type { MessagingTexts } from '../../brick-types.js';

/** A sentence for each draft that left the trash for good to make room for another one. */
export function droppedNotices(subjects: readonly string[], t: MessagingTexts): readonly string[] {
  return subjects.map((subject) => t('files.dropped', { subject: subject === '' ? t('box.noSubject') : subject }));
}
