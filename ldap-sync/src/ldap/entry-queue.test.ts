// SPDX-License-Identifier: EUPL-1.2
import { EntryQueue } from './entry-queue.js';

function queue(limit: number, patience = 10_000): { queue: EntryQueue<number>; flow: string[] } {
  const flow: string[] = [];
  const options = { limit, patience, late: () => new Error('late') };
  return {
    flow,
    queue: new EntryQueue({ ...options, flow: { pause: () => flow.push('pause'), resume: () => flow.push('resume') } }),
  };
}

async function all(items: AsyncIterable<readonly number[]>): Promise<number[]> {
  const taken: number[] = [];
  for await (const batch of items) taken.push(...batch);
  return taken;
}

test('all items come out once and in order, including items pushed meanwhile', async () => {
  const { queue: numbers } = queue(10);
  numbers.push(1);
  numbers.push(2);
  const taken: number[] = [];
  for await (const batch of numbers.take()) {
    taken.push(...batch);
    if (batch.includes(1)) numbers.push(3);
    if (batch.includes(3)) {
      setImmediate(() => {
        numbers.push(4);
        numbers.end();
      });
    }
  }

  expect(taken).toEqual([1, 2, 3, 4]);
});

test('the source is paused at the limit, and resumed when the queue is empty', async () => {
  const { queue: numbers, flow } = queue(3);
  const items = numbers.take();
  [1, 2].forEach((number) => numbers.push(number));
  expect(flow).toEqual([]);
  numbers.push(3);
  expect(flow).toEqual(['pause']);

  await expect(items.next()).resolves.toEqual({ done: false, value: [1, 2, 3] });
  expect(flow).toEqual(['pause']);
  numbers.end();
  await expect(items.next()).resolves.toEqual({ done: true, value: undefined });
  expect(flow).toEqual(['pause', 'resume']);
});

test('a failure is thrown at once, the first one, and what is queued is dropped', async () => {
  const { queue: numbers } = queue(10);
  const items = numbers.take();
  [1, 2, 3].forEach((number) => numbers.push(number));
  await items.next();
  numbers.fail(new Error('cut'));
  numbers.fail(new Error('closed'));
  numbers.end();

  await expect(items.next()).rejects.toThrow('cut');
});

test('an empty answer ends it, silence does not', async () => {
  const { queue: numbers } = queue(10);
  numbers.end();
  await expect(all(numbers.take())).resolves.toEqual([]);

  await expect(all(queue(10, 20).queue.take())).rejects.toThrow('late');
});

test('patience counts while an item is waited for, not while the consumer is busy', async () => {
  const { queue: numbers } = queue(10, 20);
  const items = numbers.take();
  numbers.push(1);
  await items.next();
  await new Promise((resolve) => setTimeout(resolve, 40)); // longer than the patience: that is what is tested
  numbers.push(2);
  numbers.end();

  await expect(items.next()).resolves.toEqual({ done: false, value: [2] });
  await expect(items.next()).resolves.toMatchObject({ done: true });
});
