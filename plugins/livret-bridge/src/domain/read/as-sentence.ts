// SPDX-License-Identifier: EUPL-1.2

/** A text that somebody typed, as a sentence of its own: another sentence follows it on the page. */
export function asSentence(text: string): string {
  return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`;
}
