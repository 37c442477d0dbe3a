// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';

/** As long as a login can be (`core_external_id`), the longest of what is typed here. */
const LONGEST = 190;

/** One text of an address or a form, on one line; empty for what is absent, given twice, or nothing but control characters. */
export function textOf(values: unknown, name: string, longest = LONGEST): string {
  const value = new Map<string, unknown>(Object.entries(values ?? {})).get(name);
  if (typeof value !== 'string') return '';
  return [...value.replace(/[\p{Cc}\p{Cs}]/gu, ' ').trim()].slice(0, longest).join('');
}

/** The page of a list; the first one for what is no number. One too high is the list's to answer. */
export function pageOf({ query }: Request, name = 'page'): number {
  const text = textOf(query, name);
  return /^\d{1,9}$/.test(text) ? Math.max(1, Number(text)) : 1;
}

/** An address with what is not empty of these values. */
export function withQuery(path: string, values: Readonly<Record<string, string>>): string {
  const filled = Object.entries(values).filter(([, value]) => value !== '');
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled).toString()}`;
}
