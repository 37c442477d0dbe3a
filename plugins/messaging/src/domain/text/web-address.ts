// SPDX-License-Identifier: EUPL-1.2

/** An address that begins a word. */
const ADDRESS = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"«»]+/giu;
/** Signs that end a sentence rather than an address. */
const AFTER = /[.,;:!?…'’)\]*_]+$/u;

/**
 * The address of a web page as the browser will open it, with foreign letters of its host written out (`xn--…`).
 * @returns undefined for anything else: another scheme, a relative address, or one with a name before `@`, which hides the host
 */
export function webAddress(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username === '' && url.password === '' ? url.href : undefined;
}

export interface AddressPart {
  readonly text: string;
  readonly address: string | undefined;
}

export function partsOfAddresses(text: string): AddressPart[] {
  const parts: AddressPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const written = withoutPunctuation(found);
    const address = webAddress(written);
    if (address === undefined) continue;
    if (index > from) parts.push({ text: text.slice(from, index), address: undefined });
    parts.push({ text: written, address });
    from = index + written.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), address: undefined });
  return parts;
}

/** A bracket that closes one of the address itself belongs to it: « https://fr.wikipedia.org/wiki/Volée_(sport) ». */
function withoutPunctuation(found: string): string {
  const bare = found.replace(AFTER, '');
  const next = found.slice(bare.length, bare.length + 1);
  return next === ')' && bare.includes('(') && !bare.includes(')') ? `${bare})` : bare;
}
