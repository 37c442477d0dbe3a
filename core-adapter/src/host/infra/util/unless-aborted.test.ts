// SPDX-License-Identifier: EUPL-1.2
import { unlessAborted } from './unless-aborted.js';

test('work that ends first gives its result or its error', async () => {
  const { signal } = new AbortController();
  expect(await unlessAborted(signal, () => Promise.resolve(7))).toBe(7);
  await expect(unlessAborted(signal, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});

test('P11: a signal that aborts first gives its reason; later results are dropped', async () => {
  const end = new AbortController();
  let breakDown = (_: Error): void => undefined;
  const work = new Promise<never>((_, reject) => (breakDown = reject));
  const waiting = unlessAborted(end.signal, () => work);
  end.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  breakDown(new Error('too late'));
  await expect(unlessAborted(end.signal, () => Promise.resolve(7))).rejects.toThrow('enough');
});
