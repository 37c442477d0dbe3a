// SPDX-License-Identifier: EUPL-1.2
import { onSince } from './on-since.js';

const day = (number: number): Date => new Date(Date.UTC(2026, 8, number));
const span = (from: number, until: number | null) => ({ from: day(from), until: until === null ? null : day(until) });

test.each([
  ['no rule', [], null],
  ['a rule that has ended', [span(1, 10)], null],
  ['a rule to come', [span(25, null)], null],
  ['one rule', [span(5, null)], day(5)],
  ['a rule after a break', [span(1, 10), span(12, null)], day(12)],
  ['rules that follow each other', [span(12, null), span(8, 12), span(1, 8)], day(1)],
  ['a rule within another one', [span(3, null), span(5, 7), span(15, null)], day(3)],
  ['a rule that was called off before it began', [span(12, null), span(12, 12), span(2, 2)], day(12)],
])('a brick is on since the start of the rules without a break: %s', (_what, history, since) => {
  expect(onSince(history, day(20))).toEqual(since);
});
