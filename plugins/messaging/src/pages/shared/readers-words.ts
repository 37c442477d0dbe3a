// SPDX-License-Identifier: EUPL-1.2
import type { MessagingKey, MessagingTexts } from '../../brick-types.js';
import type { Audience } from '../../domain/box/audience.js';
import type { Readers } from '../../domain/box/readers.js';

const READ_KEYS = {
  guardians: 'readers.guardians',
  pupils: 'readers.pupils',
  families: 'readers.families',
} as const satisfies Record<Audience, MessagingKey>;

/** « Lu par 36 parents sur 41 »; undefined while nobody has received the message. */
export function readersWords(readers: Readers | undefined, t: MessagingTexts): string | undefined {
  if (!readers || readers.total === 0) return undefined;
  const { audience, read, total } = readers;
  if (total === 1) return t(read === 1 ? 'readers.one' : 'readers.notYet');
  return t(READ_KEYS[audience], { count: read, total });
}
