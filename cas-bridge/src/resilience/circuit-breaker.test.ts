// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';
import { TestClock } from '@volee/core-adapter/testing';

import { OutageError } from '../transport/outage-error.js';
import { circuitBreaker, type SsoHealth } from './circuit-breaker.js';

let clock: TestClock;
let health: SsoHealth;
let calls: number;

beforeEach(() => {
  clock = new TestClock();
  health = circuitBreaker('https://sso.example.org', clock);
  calls = 0;
});

async function call(works: boolean): Promise<'ok' | 'down' | 'refused'> {
  const before = calls;
  try {
    return await health.watch(() => {
      calls += 1;
      return works ? Promise.resolve('ok' as const) : Promise.reject(new OutageError('down'));
    });
  } catch {
    return calls > before ? 'down' : 'refused';
  }
}

async function breakDown(): Promise<void> {
  for (let count = 0; count < 5; count += 1) expect(await call(false)).toBe('down');
}

test('C17: after five failures in a row no calls and no logins go to the server for ten seconds', async () => {
  await breakDown();
  expect(await call(true)).toBe('refused');
  expect(() => health.throwIfOpen()).toThrow(UnavailableError);
  clock.advance(9_999);
  expect(await call(true)).toBe('refused');
  clock.advance(1);
  expect(() => health.throwIfOpen()).not.toThrow();
  expect(await call(true)).toBe('ok');
  expect(await call(true)).toBe('ok');
});

test('C17: a success in between begins the count anew', async () => {
  for (let count = 0; count < 4; count += 1) await call(false);
  await call(true);
  for (let count = 0; count < 4; count += 1) expect(await call(false)).toBe('down');
  expect(await call(true)).toBe('ok');
});

test('C17: after the pause one call is tried, while the others still fail at once', async () => {
  await breakDown();
  clock.advance(10_000);
  const probe = call(false);
  expect(await call(true)).toBe('refused');
  expect(await probe).toBe('down');
  expect(await call(true)).toBe('refused');
  clock.advance(10_000);
  expect(await call(true)).toBe('ok');
});

test('C17: any answer counts as a success, even when it cannot be understood', async () => {
  for (let count = 0; count < 5; count += 1) {
    const unreadable = health.watch(() => Promise.reject(new UnavailableError('nothing that CAS knows')));
    await expect(unreadable).rejects.toThrow('nothing that CAS knows');
  }
  expect(await call(true)).toBe('ok');
});

test('C17: a late failure that began before the last success does not count', async () => {
  const ends: (() => void)[] = [];
  const hung = [1, 2, 3, 4, 5].map(() =>
    health.watch(() => new Promise((_, reject) => ends.push(() => reject(new OutageError('time is over'))))),
  );
  expect(await call(true)).toBe('ok');
  ends.forEach((end) => end());
  await Promise.allSettled(hung);
  expect(() => health.throwIfOpen()).not.toThrow();
});

test('the state of a healthy server expires after ten seconds, that of a failing one sooner', async () => {
  expect(health.isNewsOld()).toBe(true);
  await call(true);
  clock.advance(9_999);
  expect(health.isNewsOld()).toBe(false);
  clock.advance(1);
  expect(health.isNewsOld()).toBe(true);
  await call(false);
  clock.advance(1_999);
  expect(health.isNewsOld()).toBe(false);
  clock.advance(1);
  expect(health.isNewsOld()).toBe(true);
});

test('C17: one failure makes the server doubtful, and one answer ends that', async () => {
  expect(health.isDoubtful()).toBe(false);
  await call(false);
  expect(health.isDoubtful()).toBe(true);
  await call(true);
  expect(health.isDoubtful()).toBe(false);
});
