// SPDX-License-Identifier: EUPL-1.2
import { exchange } from './exchange.js';
import { findSender } from './find-sender.js';
import type { Prepared } from './prepare-example.js';
import { readRows } from './rows.js';
import type { Stand } from './stand.js';

/**
 * The same request, once somebody of its school who may has sent it: what a brick keeps by an id alone, it has by now. A form
 * may have used up what it is about.
 */
export async function sentThere(stand: Stand, prepared: Prepared): Promise<Prepared> {
  const sender = await findSender(stand, prepared);
  if (!sender) return prepared;
  await exchange(stand, sender.prepared, sender.person);
  return { ...sender.prepared, after: await readRows(stand) };
}
