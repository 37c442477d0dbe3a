// SPDX-License-Identifier: EUPL-1.2
import { exchange } from './exchange.js';
import { findSender } from './find-sender.js';
import type { Prepared } from './prepare-example.js';
import { readRows } from './rows.js';
import type { ContractBench } from './contract-bench.js';

/**
 * Lets an authorised person of the school send the request first, so that a brick that caches by id has cached it. A
 * form may have deleted its resource by then.
 */
export async function sendElsewhereFirst(bench: ContractBench, prepared: Prepared): Promise<Prepared> {
  const sender = await findSender(bench, prepared);
  if (!sender) return prepared;
  await exchange(bench, sender.prepared, sender.person);
  return { ...sender.prepared, after: await readRows(bench) };
}
