// SPDX-License-Identifier: EUPL-1.2

const COMPARISON = /^[a-z][a-z0-9.;-]*(?::[a-z0-9.:]+:)?(?:[~<>]?=)(?:[^\\()\0]|\\[0-9a-f]{2})*$/i;

/**
 * Whether a text is one whole search filter (RFC 4515 §3): what follows it cannot become a part of it. Names without a type, as in
 * `(:dn:=x)`, are not accepted: nobody needs them here.
 */
export function isFilter(text: string): boolean {
  return endOfFilter(text, 0) === text.length;
}

/** The position at which the filter that begins here ends; -1 when none begins. */
function endOfFilter(text: string, start: number): number {
  if (text[start] !== '(') return -1;
  const operator = text[start + 1];
  if (operator === '!') return closed(text, endOfFilter(text, start + 2));
  if (operator === '&' || operator === '|') return closed(text, endOfFilters(text, start + 2));
  const end = text.indexOf(')', start);
  return end !== -1 && COMPARISON.test(text.slice(start + 1, end)) ? end + 1 : -1;
}

/** One filter at least, and those that follow it. */
function endOfFilters(text: string, start: number): number {
  let end = endOfFilter(text, start);
  while (end !== -1 && text[end] === '(') end = endOfFilter(text, end);
  return end;
}

function closed(text: string, end: number): number {
  return end !== -1 && text[end] === ')' ? end + 1 : -1;
}
