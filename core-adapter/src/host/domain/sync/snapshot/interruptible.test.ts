// SPDX-License-Identifier: EUPL-1.2
import { interruptible } from './interruptible.js';

/** Yields 1 and 2, then the given ending; records whether it was closed. */
function numbers(last: () => Promise<IteratorResult<number>>): AsyncIterable<number> & { closed: number } {
  let given = 0;
  const items = {
    closed: 0,
    [Symbol.asyncIterator]: () => ({
      next: (): Promise<IteratorResult<number>> =>
        ++given <= 2 ? Promise.resolve({ done: false, value: given }) : last(),
      return: (): Promise<IteratorResult<number>> => {
        items.closed += 1;
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
  return items;
}

const never = (): Promise<never> => new Promise(() => undefined);
const ended = (): Promise<IteratorResult<number>> => Promise.resolve({ done: true, value: undefined });

async function read(
  items: AsyncIterable<number>,
  signal: AbortSignal,
  each = (_: number): void => undefined,
): Promise<number[]> {
  const found: number[] = [];
  for await (const item of interruptible(items, signal)) {
    found.push(item);
    each(item);
  }
  return found;
}

test('a source that ends is yielded whole and not closed again', async () => {
  const items = numbers(ended);
  expect(await read(items, new AbortController().signal)).toEqual([1, 2]);
  expect(items.closed).toBe(0);
});

test('a source that fails rethrows its error and is not closed again', async () => {
  const items = numbers(() => Promise.reject(new Error('broken')));
  await expect(read(items, new AbortController().signal)).rejects.toThrow('broken');
  expect(items.closed).toBe(0);
});

test('P11: an abort while waiting throws the reason of the signal and closes the source', async () => {
  const stop = new AbortController();
  const items = numbers(never);
  const reading = read(items, stop.signal, (item) => item === 2 && setImmediate(() => stop.abort(new Error('enough'))));
  await expect(reading).rejects.toThrow('enough');
  expect(items.closed).toBe(1);
});

test('no further item is requested after the abort', async () => {
  const stop = new AbortController();
  const items = numbers(() => Promise.reject(new Error('asked for more')));
  const reading = read(items, stop.signal, (item) => item === 2 && stop.abort(new Error('enough')));
  await expect(reading).rejects.toThrow('enough');
});

test('leaving the loop closes the source', async () => {
  const items = numbers(never);
  const fail = (): never => {
    throw new Error('not this one');
  };
  await expect(read(items, new AbortController().signal, fail)).rejects.toThrow('not this one');
  expect(items.closed).toBe(1);
});
