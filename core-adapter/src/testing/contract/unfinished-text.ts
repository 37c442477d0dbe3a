// SPDX-License-Identifier: EUPL-1.2
import type { Locales } from '../../api/i18n.js';

const UNFINISHED = /\{[a-z]\w*\}|\[object \w+\]|(?<![\p{L}\d_])(?:undefined|NaN)(?![\p{L}\d_])/u;

/** Finds an unfinished part of a displayed text: a placeholder, the name of a missing value, the key of a text. */
export function unfinishedText(text: string, { fr }: Locales): string | undefined {
  const found = UNFINISHED.exec(text)?.[0];
  if (found !== undefined) return `“${found}”`;
  // A key without a dot may be an ordinary word.
  const key = text.split(/[\s"“”«»(),]+/).find((word) => word.includes('.') && Object.hasOwn(fr, word));
  return key && `the key “${key}”`;
}

const UNSEEN = /<(script|style|template|svg)\b[^]*?<\/\1>/g;
const HEARD = /\s(?:aria-label|alt|title|placeholder)="([^"]*)"/g;

/** The texts of a page that users read or hear. The host rendered the page, so its tags are well-formed. */
export function textsOf(html: string): string[] {
  const seen = html.replace(UNSEEN, ' ');
  return [...seen.replace(/<[^>]*>/g, '\n').split('\n'), ...[...seen.matchAll(HEARD)].map(([, text = '']) => text)];
}
