// SPDX-License-Identifier: EUPL-1.2

/**
 * A text as it is compared in searches and sorted in lists: no accents, no case, single spaces. It is written beside the name,
 * because SQLite and MariaDB collate differently.
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
