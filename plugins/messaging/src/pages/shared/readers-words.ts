// SPDX-License-Identifier: EUPL-1.2
import type { MessagingTexts } from '../../brick-types.js';
import type { Readers } from '../../domain/box/readers.js';

/** « Lu par 36 parents sur 41 », « Aucun parent ne l’a encore lu »; undefined while nobody has received the message. */
export function readersWords(readers: Readers | undefined, t: MessagingTexts): string | undefined {
  if (!readers || readers.total === 0) return undefined;
  const { audience, read, total } = readers;
  if (total === 1) return t(read === 1 ? 'readers.one' : 'readers.notYet');
  if (read === 0) return t(`readers.none.${audience}`);
  return t(`readers.${audience}`, { count: read, total });
}
