// SPDX-License-Identifier: EUPL-1.2

/**
 * Normalises a text for searching and sorting: no accents, lower case, single spaces. Store the result in a column of its own
 * and normalise the words of the search too: `containing` and the order of rows compare texts exactly, on SQLite and MariaDB.
 * @example
 * `normaliseForSearch('Éloïse  ÇELIK'); // 'eloise celik'`
 * @stable
 */
export function normaliseForSearch(text: string): string {
  return (isAscii(text) ? text : withoutAccents(text)).toLowerCase().replace(/\s+/g, ' ').trim();
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'oe').replace(/æ/gi, 'ae');
}
