// SPDX-License-Identifier: EUPL-1.2
import { setImmediate } from 'node:timers/promises';

import { BusyError } from '@volee/core-adapter';
import { TestClock } from '@volee/core-adapter/testing';

import { concurrencyLimiter } from './concurrency-limiter.js';
import type { Caller } from './fair-queue.js';

const PUPIL: Caller = { share: '192.0.2.1', isLast: false };

test('C17: calls beyond the limit wait, and calls beyond the queue are refused without a call', async () => {
  const bounded = concurrencyLimiter(2, 1, new TestClock());
  const ends: (() => void)[] = [];
  let out = 0;
  let most = 0;
  async function beOut(): Promise<void> {
    out += 1;
    most = Math.max(most, out);
    await new Promise<void>((resolve) => ends.push(resolve));
    out -= 1;
  }

  const calls = [1, 2, 3].map(() => bounded(PUPIL, beOut));
  await setImmediate();
  await expect(bounded(PUPIL, beOut)).rejects.toBeInstanceOf(BusyError);
  ends.shift()?.();
  await calls[0];
  // There is a place again.
  calls.push(bounded(PUPIL, beOut));
  while (ends.length > 0) {
    ends.shift()?.();
    await setImmediate();
  }
  await Promise.all(calls);
  expect(most).toBe(2);
});

test('C17: of fifty simultaneous calls only as many are admitted as there are places', async () => {
  const bounded = concurrencyLimiter(1, 2, new TestClock());
  let made = 0;
  const call = (): Promise<number> => Promise.resolve((made += 1));
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => bounded(PUPIL, call)));
  expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([
    ...Array<boolean>(3).fill(true),
    ...Array<boolean>(47).fill(false),
  ]);
  expect(made).toBe(3);
});

test('a call that fails makes room like any other', async () => {
  const bounded = concurrencyLimiter(1, 0, new TestClock());
  await expect(bounded(PUPIL, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await bounded(PUPIL, () => Promise.resolve('in'))).toBe('in');
});

test('C17: a call that waited for more than five seconds is refused: its ticket may have expired, and was not sent', async () => {
  const clock = new TestClock();
  const bounded = concurrencyLimiter(1, 2, clock);
  let end = (): void => undefined;
  const first = bounded(PUPIL, () => new Promise<void>((resolve) => (end = resolve)));
  const late = bounded(PUPIL, () => Promise.reject(new Error('it was shown')));
  await setImmediate();
  clock.advance(5_001);
  const fresh = bounded(PUPIL, () => Promise.resolve('in'));
  end();
  await first;
  await expect(late).rejects.toBeInstanceOf(BusyError);
  expect(await fresh).toBe('in');
});

test('C17: a caller that fills the queue gives way to another one, which is next; no call runs twice', async () => {
  const bounded = concurrencyLimiter(1, 2, new TestClock());
  const called: string[] = [];
  let end = (): void => undefined;
  const first = bounded(PUPIL, () => new Promise<void>((resolve) => (end = resolve)));
  await setImmediate();
  const crowd = [1, 2, 3].map((count) =>
    bounded(PUPIL, () => Promise.resolve(called.push(`the same address ${count}`))),
  );
  const other = bounded({ share: '192.0.2.2', isLast: false }, () => Promise.resolve(called.push('another address')));
  end();
  const outcomes = await Promise.allSettled([first, ...crowd, other]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected', 'fulfilled']);
  expect(called).toEqual(['another address', 'the same address 1']);
});

test('a call that throws at once makes room like any other', async () => {
  const bounded = concurrencyLimiter(1, 0, new TestClock());
  const throwing = (): Promise<void> => {
    throw new Error('at once');
  };
  await expect(bounded(PUPIL, throwing)).rejects.toThrow('at once');
  expect(await bounded(PUPIL, () => Promise.resolve('in'))).toBe('in');
});
