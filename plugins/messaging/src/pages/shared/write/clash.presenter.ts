// SPDX-License-Identifier: EUPL-1.2
import { draftPath, threadPath } from '../../../paths.js';
import type { ClashModel } from './write.model.js';
import type { WriteMaterial, WriteReader } from './write-material.js';

/** The other text of a draft that two forms have written. */
export function presentClash(
  { other }: Pick<WriteMaterial, 'other'>,
  reader: Pick<WriteReader, 't' | 'url' | 'format'>,
): ClashModel | undefined {
  if (!other) return undefined;
  const { t, url, format } = reader;
  const { copy, message, body } = other;
  const isSent = message.state !== 'draft';
  const when = format.past(message.sentAt);
  const changed = copy.box === 'drafts' ? t('clash.saved', { when }) : t('clash.thrown');
  return {
    text: isSent ? t('clash.sent', { when }) : changed,
    subject: message.subject,
    body,
    takeUrl: url(isSent ? threadPath(copy.id) : draftPath(copy.id)),
    takeLabel: t(isSent ? 'clash.read' : 'clash.take'),
  };
}
