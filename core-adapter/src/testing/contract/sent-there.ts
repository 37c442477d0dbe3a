// SPDX-License-Identifier: EUPL-1.2
import { exchange } from './exchange.js';
import { findSender } from './find-sender.js';
import type { Prepared } from './prepare-example.js';
import { readRows } from './rows.js';
import type { Stand } from './stand.js';

/**
 * Lets an authorised person of the school send the request first, so that a brick that caches by id has cached it. A
 * form may have deleted its resource by then.
 */
export async function sentThere(stand: Stand, prepared: Prepared): Promise<Prepared> {
  const sender = await findSender(stand, prepared);
  if (!sender) return prepared;
  await exchange(stand, sender.prepared, sender.person);
  return { ...sender.prepared, after: await readRows(stand) };
}
