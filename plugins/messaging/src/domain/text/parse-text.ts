// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import MarkdownIt from 'markdown-it';
import type { FormattedText } from './formatted-text.js';
import { readBlocks, withLinks } from './read-tokens.js';
import { webAddress } from './web-address.js';

/** The maximum length in characters. A text column of MariaDB holds 65,535 bytes, and a character takes up to 4. */
export const LONGEST_BODY = 10_000;

/** The maximum depth: the preset `zero` leaves out what is nested deeper, such as the tenth list within another. */
const DEEPEST = 20;

const markdown = new MarkdownIt('zero').enable(['emphasis', 'list', 'link', 'newline', 'escape']);
markdown.validateLink = (address) => webAddress(address) !== undefined;

/** A star between two letters or digits, as in « 2*3*4 », is no formatting. */
const STAR_INSIDE = /(?<=[\p{L}\p{N}])\*(?=[\p{L}\p{N}])/gu;

/** Reads the text of a message. Pupils are offered no formatting: what they write is shown as it is. */
export function textOf(body: string, { asProfile }: { readonly asProfile: Profile }): FormattedText {
  return asProfile === 'pupil' ? asWritten(body) : parseText(body);
}

/**
 * Reads a text with formatting: bold, italic, lists and links of Markdown. All other signs stay as they were written. A text that nests
 * deeper than anybody writes by hand, or is longer than a message may be, is shown as it is.
 */
export function parseText(body: string): FormattedText {
  if (body.length > LONGEST_BODY) return asWritten(body);
  const tokens = markdown.parse(body.replaceAll(STAR_INSIDE, '\\*'), {});
  return tokens.some(({ level }) => level >= DEEPEST - 1) ? asWritten(body) : readBlocks(tokens);
}

/** Paragraphs, which empty lines separate, without any formatting. */
function asWritten(body: string): FormattedText {
  return body
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({
      kind: 'paragraph',
      content: paragraph
        .split('\n')
        .flatMap((line, index) => [...(index === 0 ? [] : [{ kind: 'break' } as const]), ...withLinks(line)]),
    }));
}
