// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from './database.js';
import { oncePerRequest, type OfRequest } from './once-per-request.js';

const newRequest = (): OfRequest => ({ db: {} as SchoolDatabase });

test('parts of one request share an answer, and the next request reads again', async () => {
  let reads = 0;
  const read = oncePerRequest((_reader: OfRequest) => Promise.resolve((reads += 1)));
  const { db } = newRequest();
  expect(await Promise.all([read({ db }), read({ db })])).toEqual([1, 1]);
  expect(await read(newRequest())).toBe(2);
});
