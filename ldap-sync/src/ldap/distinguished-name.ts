// SPDX-License-Identifier: EUPL-1.2

/** One component of a name: attribute types in lower case → values without their escapes. */
export type RelativeName = ReadonlyMap<string, string>;

const ATTRIBUTE_TYPE = /^(?:[a-z][a-z0-9-]*|\d+(?:\.\d+)*)$/i;

/** A character, or an escape: two hexadecimal digits are a byte of UTF-8 (RFC 4514 §2.4). */
const PIECE = /\\[0-9a-f]{2}|\\[\\ "#+,;<=>]|[^\\]/giu;

/** The first component up to the comma that ends it; an escaped one does not. */
const FIRST = /^(?:\\[^]|[^\\,])*,/;

/** Parsed names of branches: the entries of a branch share it, and a school has a few branches. */
const parsed = new Map<string, readonly RelativeName[] | undefined>();
const MOST_PARSED = 10_000;

/** The text without its first component; empty when it has no other. */
export function above(dn: string): string {
  const [first] = FIRST.exec(dn) ?? [dn];
  return dn.slice(first.length);
}

/**
 * Reads a distinguished name (RFC 4514 §3), the most specific component first. `undefined` when the text is not a name: the DNs that
 * schools write into attributes are not always well formed.
 */
export function parseDn(text: string): readonly RelativeName[] | undefined {
  if (text.trim() === '') return [];
  const [first] = FIRST.exec(text) ?? [];
  if (first === undefined) return parseWhole(text);
  const [own, others] = [parseWhole(first.slice(0, -1)), parseAbove(text.slice(first.length))];
  return own && others && [...own, ...others];
}

/** Parsed names are remembered: a third of the time of reading a directory went into parsing the same names again. */
function parseAbove(text: string): readonly RelativeName[] | undefined {
  if (parsed.has(text)) return parsed.get(text);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  const names = parseWhole(text);
  parsed.set(text, names);
  return names;
}

function parseWhole(text: string): readonly RelativeName[] | undefined {
  const pieces = text.match(PIECE) ?? [];
  if (pieces.join('') !== text) return undefined;

  const names = split(pieces, ',').map(parseComponent);
  return names.every((name) => name !== undefined) ? names : undefined;
}

function parseComponent(pieces: readonly string[]): RelativeName | undefined {
  const name = new Map<string, string>();
  for (const pair of split(pieces, '+')) {
    const equals = pair.indexOf('=');
    const type = pair.slice(0, Math.max(equals, 0)).join('').trim();
    if (!ATTRIBUTE_TYPE.test(type)) return undefined;
    name.set(type.toLowerCase(), unescape(withoutOuterSpaces(pair.slice(equals + 1))));
  }
  return name;
}

/** Cuts at a separator; an escaped one is another piece. */
function split(pieces: readonly string[], separator: string): string[][] {
  const parts: string[][] = [[]];
  for (const piece of pieces) {
    if (piece === separator) parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts;
}

function withoutOuterSpaces(pieces: readonly string[]): readonly string[] {
  const start = pieces.findIndex((piece) => piece !== ' ');
  const end = pieces.findLastIndex((piece) => piece !== ' ');
  return start === -1 ? [] : pieces.slice(start, end + 1);
}

/** A value written as `#…` (BER) stays as it is: no directory names people so. */
function unescape(pieces: readonly string[]): string {
  return pieces.join('').replace(/(?:\\[0-9a-f]{2})+|\\[^]/gi, (escaped) => {
    const isCharacter = escaped.length === 2;
    return isCharacter ? escaped.slice(1) : Buffer.from(escaped.replaceAll('\\', ''), 'hex').toString('utf8');
  });
}
