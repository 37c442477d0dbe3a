// SPDX-License-Identifier: EUPL-1.2

const LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029]/g;
const FORBIDDEN = /(?!\n)\p{Cc}|[\uFDD0-\uFDEF]|\p{Noncharacter_Code_Point}/gu;
const VISIBLE = /[\p{L}\p{N}\p{S}\p{P}]/u;

/**
 * A text as it is stored, tidied once on the way in: well-formed UTF-16, NFC, lines that end with LF, spaces for tabs, and
 * no control or non-character, which an XML file cannot hold (XML 1.0 §2.2). A text without a visible character is empty.
 */
export function tidyText(text: string): string {
  // Encoding replaces lone surrogates, as `toWellFormed` of ES2024 does.
  const wellFormed = Buffer.from(text, 'utf8').toString('utf8');
  const tidy = wellFormed.normalize('NFC').replace(LINE_ENDS, '\n').replace(/\t/g, ' ').replace(FORBIDDEN, '').trim();
  return VISIBLE.test(tidy) ? tidy : '';
}
