// SPDX-License-Identifier: EUPL-1.2

/**
 * The parts of an emoji that show nothing by themselves: the joiner between two pictures (« 👨‍👩‍👧 »), and the mark that asks for a sign
 * to be shown as a picture (Unicode, UTS 51).
 */
const IN_EMOJI =
  /(?<=\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?)\u200D(?=\p{Extended_Pictographic})|(?<=\p{Extended_Pictographic})\uFE0F|(?<=[\d#*])\uFE0F(?=\u20E3)/u
    .source;

/** Characters without a width, marks of direction, and letters that show nothing, such as the fillers of Hangul. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.source;

const EITHER = new RegExp(`(?<kept>${IN_EMOJI})|${UNSEEN}`, 'gu');

/**
 * Removes invisible characters from a name, so that two names that look alike are equal. Emoji of several pictures stay whole.
 * @example
 * `dropUnseen('plan\u200B 👩\u200D🏫') === 'plan 👩\u200D🏫'`
 * @stable
 */
export function dropUnseen(name: string): string {
  return name.replace(EITHER, (_found: string, kept: string | undefined) => kept ?? '');
}
