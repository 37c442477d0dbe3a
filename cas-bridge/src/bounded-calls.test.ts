// SPDX-License-Identifier: EUPL-1.2
import { setImmediate } from 'node:timers/promises';

import { BusyError } from '@volee/core-adapter';
import { TestClock } from '@volee/core-adapter/testing';

import { boundedCalls } from './bounded-calls.js';

test('C17: so many at once, so many wait, and who comes then is turned away without a call', async () => {
  const bounded = boundedCalls(2, 1, new TestClock());
  const ends: (() => void)[] = [];
  let out = 0;
  let most = 0;
  async function beOut(): Promise<void> {
    out += 1;
    most = Math.max(most, out);
    await new Promise<void>((resolve) => ends.push(resolve));
    out -= 1;
  }

  const calls = [1, 2, 3].map(() => bounded(beOut));
  await setImmediate();
  await expect(bounded(beOut)).rejects.toBeInstanceOf(BusyError);
  ends.shift()?.();
  await calls[0];
  // There is a place again.
  calls.push(bounded(beOut));
  while (ends.length > 0) {
    ends.shift()?.();
    await setImmediate();
  }
  await Promise.all(calls);
  expect(most).toBe(2);
});

test('C17: of fifty who come in the same moment no more get in than there is room for', async () => {
  const bounded = boundedCalls(1, 2, new TestClock());
  let made = 0;
  const call = (): Promise<number> => Promise.resolve((made += 1));
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => bounded(call)));
  expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([
    ...Array<boolean>(3).fill(true),
    ...Array<boolean>(47).fill(false),
  ]);
  expect(made).toBe(3);
});

test('a call that fails makes room like any other', async () => {
  const bounded = boundedCalls(1, 0, new TestClock());
  await expect(bounded(() => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await bounded(() => Promise.resolve('in'))).toBe('in');
});

test('C17: whose turn comes after more than five seconds is turned away: his ticket may be over, and was shown to nobody', async () => {
  const clock = new TestClock();
  const bounded = boundedCalls(1, 2, clock);
  let end = (): void => undefined;
  const first = bounded(() => new Promise<void>((resolve) => (end = resolve)));
  const late = bounded(() => Promise.reject(new Error('it was shown')));
  await setImmediate();
  clock.advance(5_001);
  const fresh = bounded(() => Promise.resolve('in'));
  end();
  await first;
  await expect(late).rejects.toBeInstanceOf(BusyError);
  expect(await fresh).toBe('in');
});
