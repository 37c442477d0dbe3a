// SPDX-License-Identifier: EUPL-1.2
import { fold } from '../../database/fold.js';
import { readAttachmentKey, type ImagePerson } from '../image/directory-image.js';

/**
 * Whether a key names somebody else than the leaver who had it: directories give a `uid` again, made from the same letters of a
 * name. A family name changes in a life, a given name hardly ever; a pupil does not come back as an adult. What one of them
 * does not say tells nothing.
 */
export function isSomebodyElse(leaver: ImagePerson, newcomer: ImagePerson): boolean {
  return (
    areApart(wordsOf(leaver.givenName), wordsOf(newcomer.givenName)) || areApart(kindsOf(leaver), kindsOf(newcomer))
  );
}

function areApart(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && !some.some((one) => others.includes(one));
}

/** "Marie-Anne" and "Marie" have one in common. */
function wordsOf(name: string): string[] {
  return fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function kindsOf({ attachments }: ImagePerson): string[] {
  return [...attachments].map((key) => (readAttachmentKey(key).profile === 'pupil' ? 'pupil' : 'adult'));
}
