// SPDX-License-Identifier: EUPL-1.2
import { LiveHistory } from './live-history.js';

test('a page has missed what was published to its person since it was made', () => {
  const history = new LiveHistory();
  const made = history.position();
  expect(history.hasMissed('claire', made)).toBe(false);
  const told = history.note(['claire']);
  expect([history.hasMissed('claire', made), history.hasMissed('claire', told)]).toEqual([true, false]);
  expect(history.hasMissed('jules', made)).toBe(false);
});

test('a page of another process, or of none, may have missed something', () => {
  const history = new LiveHistory();
  for (const position of [new LiveHistory().position(), '', 'x', '-', `${history.position()}x`])
    expect(history.hasMissed('claire', position)).toBe(true);
});

test('a page that is older than the history may have missed something', () => {
  const history = new LiveHistory(2);
  const old = history.position();
  for (const id of ['claire', 'jules', 'claire', 'tom']) history.note([id]);
  const [jules, tom] = [history.hasMissed('jules', old), history.hasMissed('tom', history.position())];
  expect([jules, tom]).toEqual([true, false]);
});
