// SPDX-License-Identifier: EUPL-1.2
import type { BrickRoute } from '../../../host/domain/bricks/brick-route.js';
import type { TestResponse } from '../../test-exchange.js';
import { nameOf, type ContractBench } from '../contract-bench.js';
import { send } from '../exchange.js';
import { fault } from '../fault.js';
import { findSender } from '../find-sender.js';
import { isOpenIn } from '../is-open-in.js';
import { prepareExample } from '../prepare-example.js';
import { emptyTables } from '../rows.js';
import { TARGETS } from '../sample-people.js';

/** Each content that a route sends is read twice, then in a part, and is compared with the content of another example. */
export async function checkContent(bench: ContractBench): Promise<void> {
  await emptyTables(bench);
  for (const route of bench.brick.routes.filter(({ method }) => method === 'get')) {
    const read = await readerOf(bench, route);
    const first = await read?.();
    if (!read || !first || !isContent(first)) continue;
    await checkAgain(route, read, first);
    await checkPart(route, read, first);
    await checkOther(bench, route, first);
  }
  await emptyTables(bench);
}

type Read = (headers?: Readonly<Record<string, string>>) => Promise<TestResponse>;

/** Reads one example of the route, as a person who may. */
async function readerOf(bench: ContractBench, route: BrickRoute): Promise<Read | undefined> {
  const target = TARGETS.cm1;
  if (!isOpenIn(bench, route, target.school)) return undefined;
  const sender = await findSender(bench, await prepareExample(bench, route, target));
  if (!sender) return undefined;
  const { role, school } = sender.person;
  return (headers = {}) => send(bench, route, { role, school, headers }, sender.prepared.request);
}

/** Pages and JSON have no ranges. */
function isContent({ status, headers }: TestResponse): boolean {
  return status === 200 && headers.get('accept-ranges') === 'bytes';
}

/** The etag as the brick gave it: the host appends a mark made from the name. */
function etagOf({ headers }: TestResponse): string {
  return (headers.get('etag') ?? '').replace(/^"|\.[^.]*$/g, '');
}

async function checkAgain(route: BrickRoute, read: Read, first: TestResponse): Promise<void> {
  const again = await read();
  if (again.text !== first.text || etagOf(again) === etagOf(first)) return;
  fault(
    `${nameOf(route)} sends the same content twice, with the etags "${etagOf(first)}" and "${etagOf(again)}"; take what ` +
      'stays with the bytes, such as their SHA-256 digest.',
  );
}

async function checkPart(route: BrickRoute, read: Read, first: TestResponse): Promise<void> {
  // Only ASCII is compared: bytes of other texts are not characters.
  if (!/^[\0-\x7f]{2,}$/.test(first.text)) return;
  const part = await read({ Range: 'bytes=1-' });
  if (part.text === first.text.slice(1)) return;
  fault(`${nameOf(route)} sends another part than is asked for; have "open" give the bytes from "start" to "end".`);
}

async function checkOther(bench: ContractBench, route: BrickRoute, first: TestResponse): Promise<void> {
  const other = await (await readerOf(bench, route))?.();
  if (!other || other.text === first.text || etagOf(other) !== etagOf(first)) return;
  fault(
    `${nameOf(route)} sends two contents with the same etag "${etagOf(first)}", so that a browser would mix them up; take what names ` +
      'the bytes, such as their SHA-256 digest.',
  );
}
