// SPDX-License-Identifier: EUPL-1.2
import type { Activation } from './activation-rule.js';
import { inForce } from './activation-rule.js';

type Span = Pick<Activation, 'from' | 'until'>;

/** The instant from which a brick has been on in a school without a break, for some persons at least; null while it is off. */
export function onSince(history: readonly Span[], now: Date): Date | null {
  let since = earliest(history.filter((span) => inForce(span, now)));
  for (let before = since; before !== null; before = earlierThan(since, history)) since = before;
  return since;
}

/** The start of a span that reaches until this instant, if there is one. */
function earlierThan(since: Date | null, history: readonly Span[]): Date | null {
  if (since === null) return null;
  return earliest(history.filter(({ from, until }) => from < since && (until === null || until >= since)));
}

function earliest(spans: readonly Span[]): Date | null {
  return spans.length === 0 ? null : new Date(Math.min(...spans.map(({ from }) => from.getTime())));
}
