// SPDX-License-Identifier: EUPL-1.2
import type { TimeReader } from '../../domain/words/time-words.js';
import type { SendingWait } from '../../domain/write/sending-wait.js';

/** The words that say until when the user has to wait before they send another message. */
export function waitWords(wait: SendingWait, reader: TimeReader): string {
  if ('consents' in wait) return reader.t('write.consents', { count: wait.consents });
  return reader.t('write.waits', { when: reader.format.when(wait.until) });
}
