// SPDX-License-Identifier: EUPL-1.2

/**
 * A text as it is compared in searches and sorted in lists: no accents, no case, single spaces. It is written beside the name,
 * because SQLite and MariaDB collate differently.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/\s+/g, ' ')
    .trim();
}
