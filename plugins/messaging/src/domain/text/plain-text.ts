// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { FormattedText, Inline } from './formatted-text.js';
import { parseText, textOf } from './parse-text.js';
import { webAddress } from './web-address.js';

/** The words of a text without the signs of its formatting; each block is a line. A text of a pupil has no formatting. */
export function plainTextOf(body: string, message?: { readonly asProfile: Profile }): string {
  return linesOf(message ? textOf(body, message) : parseText(body)).join('\n');
}

function linesOf(text: FormattedText): string[] {
  return text.flatMap((block) => (block.kind === 'list' ? block.items.flatMap(linesOf) : [wordsOf(block.content)]));
}

function wordsOf(content: readonly Inline[]): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'break') return '\n';
      const words = wordsOf(part.content);
      return part.kind !== 'link' || isAddress(words, part.address) ? words : `${words} (${part.address})`;
    })
    .join('');
}

/** Whether the words of a link show its address already, with the host that the browser will ask. */
export function isAddress(words: string, address: string): boolean {
  return webAddress(words) === address && words.toLowerCase().includes(new URL(address).host);
}
