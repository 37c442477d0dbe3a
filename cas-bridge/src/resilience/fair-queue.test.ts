// SPDX-License-Identifier: EUPL-1.2
import { FairQueue, type Turn, type WaitingCall } from './fair-queue.js';

function call(share: string, isLast = false): WaitingCall {
  return { caller: { share, isLast }, run: () => Promise.resolve(), turnAway: () => undefined };
}

function lineOf(...calls: readonly WaitingCall[]): FairQueue {
  const line = new FairQueue();
  for (const one of calls) line.join(one);
  return line;
}

/** The shares that have the next turns, none of which ends. */
function nextShares(line: FairQueue, count: number): (string | undefined)[] {
  return Array.from({ length: count }, () => line.next()?.call.caller.share);
}

describe('order of turns', () => {
  test('C17: the shares take turns, however many calls one of them has', () => {
    const line = lineOf(call('a'), call('a'), call('a'), call('b'), call('c'), call('b'));
    expect(nextShares(line, 7)).toEqual(['a', 'b', 'c', 'a', 'b', 'a', undefined]);
  });

  test('a share that is alone has every turn', () => {
    expect(nextShares(lineOf(call('a'), call('a'), call('a')), 3)).toEqual(['a', 'a', 'a']);
  });

  test('C17: the share with the fewest calls running comes first, even when it came last', () => {
    const line = lineOf(call('a'), call('a'), call('a'), call('a'));
    const turns = [line.next(), line.next(), line.next()] as Turn[];
    line.join(call('b'));
    line.join(call('b'));
    turns[0]?.isDone();
    expect(nextShares(line, 3)).toEqual(['b', 'b', 'a']);
  });

  test('of two with as many running, the one whose last turn is longer ago comes first', () => {
    const line = lineOf(call('a'), call('a'), call('b'), call('b'));
    const turns = [line.next(), line.next()];
    for (const turn of turns) turn?.isDone();
    line.join(call('new'));
    expect(nextShares(line, 3)).toEqual(['new', 'a', 'b']);
  });

  test('C17: within a share, calls after a refused ticket come last, in the order of arrival', () => {
    const calls = [call('a', true), call('a', true), call('a'), call('a')];
    const line = lineOf(...calls);
    const order = calls.map(() => line.next()?.call);
    expect(order.map((one) => one && calls.indexOf(one))).toEqual([2, 3, 0, 1]);
  });
});

describe('calls removed to make room', () => {
  test('C17: the newest call of the largest share', () => {
    const calls = [call('a'), call('a'), call('a'), call('b')];
    const line = lineOf(...calls);
    expect(line.shed('b')).toBe(calls[2]);
    expect(line.shed('b')).toBe(calls[1]);
  });

  test('the newcomer, where its share has as many as any other', () => {
    const calls = [call('a'), call('b')];
    expect(lineOf(...calls).shed('b')).toBe(calls[1]);
  });

  test('C17: within a share, a call after a refused ticket', () => {
    const calls = [call('a', true), call('a')];
    expect(lineOf(...calls).shed('a')).toBe(calls[0]);
  });

  test('the newcomer, when the queue is empty', () => {
    const line = lineOf(call('a'));
    line.next();
    const late = call('b');
    line.join(late);
    expect(line.shed('b')).toBe(late);
  });
});
