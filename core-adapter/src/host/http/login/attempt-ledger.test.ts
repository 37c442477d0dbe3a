// SPDX-License-Identifier: EUPL-1.2
import { AttemptLedger } from './attempt-ledger.js';

test('C17: an attempt is over after five refusals, and another one is not', () => {
  const ledger = new AttemptLedger();
  for (let count = 0; count < 4; count += 1) ledger.noteRefusal('one');
  ledger.noteRefusal('other');
  expect([ledger.outcomeOf('one'), ledger.outcomeOf('other')]).toEqual([undefined, undefined]);
  ledger.noteRefusal('one');
  expect([ledger.outcomeOf('one'), ledger.outcomeOf('other')]).toEqual(['refused', undefined]);
  expect([ledger.hadRefusal('one'), ledger.hadRefusal('other'), ledger.hadRefusal('third')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('C17: however many attempts there are, no more than so many are remembered: the one that changed longest ago goes first', () => {
  const ledger = new AttemptLedger(2);
  ledger.noteRefusal('one');
  ledger.noteRefusal('two');
  ledger.end('one', 'in');
  ledger.noteRefusal('three');
  expect(['one', 'two', 'three'].map((id) => ledger.hadRefusal(id))).toEqual([true, false, true]);
  expect(ledger.outcomeOf('one')).toBe('in');
});

test('a judgement that fails lets the next ticket be judged, and fails no callback that waited for it', async () => {
  const ledger = new AttemptLedger();
  let fail = (): void => undefined;
  const first = ledger.judgeAlone('one', () => new Promise((_, reject) => (fail = () => reject(new Error('down')))));
  const second = ledger.judgeAlone('one', () => Promise.reject(new Error('it was judged')));
  fail();
  await expect(first).rejects.toThrow('down');
  expect(await second).toBe(false);
  expect(await ledger.judgeAlone('one', () => Promise.resolve())).toBe(true);
});
