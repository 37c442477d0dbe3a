// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';

/** The maximum number of characters of a login (`core_external_id`), the longest text in these forms. */
const LONGEST = 190;

/** One text of an address or a form, on one line; empty for values that are absent, repeated, or only control characters. */
export function textOf(values: unknown, name: string, longest = LONGEST): string {
  const value = new Map<string, unknown>(Object.entries(values ?? {})).get(name);
  if (typeof value !== 'string') return '';
  return [...value.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim()].slice(0, longest).join('');
}

/** The page of a list; the first one for an invalid number. The list handles numbers that are too high. */
export function pageOf({ query }: Request, name = 'page'): number {
  const text = textOf(query, name);
  return /^\d{1,9}$/.test(text) ? Math.max(1, Number(text)) : 1;
}

/** An address with the non-empty values as its query. */
export function withQuery(path: string, values: Readonly<Record<string, string>>): string {
  const filled = Object.entries(values).filter(([, value]) => value !== '');
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled).toString()}`;
}
