// SPDX-License-Identifier: EUPL-1.2

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/**
 * Parses JSON in which no object has a key twice: JSON.parse would quietly take the last of two `user` keys, which is where a value that a
 * server forgot to escape would put its own (C8).
 * @returns undefined when it is not JSON, or has a key twice
 */
export function parseStrictJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return repeatsKey(text) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** @param text valid JSON */
function repeatsKey(text: string): boolean {
  const tokens = text.match(TOKEN) ?? [];
  const open: (Set<unknown> | undefined)[] = [];
  return tokens.some((token, index) => {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    if (tokens[index + 1] !== ':' || !token.startsWith('"')) return false;
    const keys = open.at(-1);
    const key: unknown = JSON.parse(token);
    if (keys?.has(key)) return true;
    keys?.add(key);
    return false;
  });
}
