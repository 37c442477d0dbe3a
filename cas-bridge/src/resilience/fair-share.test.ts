// SPDX-License-Identifier: EUPL-1.2
import { BusyError } from '@volee/core-adapter';
import type { AuthProvider } from '@volee/core-adapter/login';

import { BridgeForTests, comeBack, type Outcome } from '../testing/bridge-for-tests.js';
import { failure } from '../testing/sample-answers.js';

const STRANGER = '203.0.113.66';

let bridge: BridgeForTests;
beforeEach(() => {
  bridge = new BridgeForTests();
});
afterEach(() => bridge.stop());

/** One place at a server that answers when `open` is called, and two that wait. */
async function slowServer(): Promise<{ provider: AuthProvider; isAsked: Promise<void>; open(): void }> {
  let noteAsked = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => (noteAsked = resolve));
  let isOpen = false;
  const held: (() => void)[] = [];
  const provider = await bridge.activateBefore(
    (_, response) => {
      const answer = (): void => void response.end(failure('INVALID_TICKET'));
      if (isOpen) return answer();
      held.push(answer);
      noteAsked();
    },
    { proxies: ['https://mail.example.org/pgt'], proxyTickets: true, parallel: 1, waiting: 2 },
  );
  const open = (): void => {
    isOpen = true;
    for (const answer of held) answer();
  };
  return { provider, isAsked, open };
}

const come = (provider: AuthProvider, ticket: string, network = STRANGER, hadRefusal = false): Promise<Outcome> =>
  comeBack(provider, { ticket }, 'name', false, { network, hadRefusal });

/** The tickets that the server saw, in order. */
const ticketsSeen = (): (string | null)[] =>
  bridge.server.asked.map((address) => {
    const { searchParams } = new URL(address, bridge.server.origin);
    return searchParams.get('ticket') ?? searchParams.get('pgt');
  });

test.each(['ST', 'PT'])(
  'C17: an address that fills the queue with %s- tickets gives way to another address',
  async (kind) => {
    const { provider, isAsked, open } = await slowServer();
    const crowd = [come(provider, `${kind}-1`)];
    await isAsked;
    crowd.push(...[2, 3, 4].map((count) => come(provider, `${kind}-${count}`)));
    const other = come(provider, `${kind}-other`, '192.0.2.1');
    open();
    expect(await other).toEqual({ reason: 'INVALID_TICKET' });
    const outcomes = await Promise.all(crowd);
    expect(outcomes.map((outcome) => 'error' in outcome && outcome.error instanceof BusyError)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(ticketsSeen()).toEqual([`${kind}-1`, `${kind}-other`, `${kind}-2`]);
  },
);

test('C17: invented proxy tickets keep no session from a ticket for another service', async () => {
  const { provider, isAsked, open } = await slowServer();
  const crowd = [come(provider, 'PT-1')];
  await isAsked;
  crowd.push(come(provider, 'PT-2'), come(provider, 'PT-3'));
  const asked = provider.proxying?.ticketFor('PGT-1-lea', 'https://mail.example.org/');
  open();
  await expect(asked).rejects.not.toBeInstanceOf(BusyError);
  await Promise.all(crowd);
  expect(ticketsSeen()).toEqual(['PT-1', 'PGT-1-lea', 'PT-2']);
});

test('C17: within one address, a login that had a ticket refused comes after those without', async () => {
  const { provider, isAsked, open } = await slowServer();
  const all = [come(provider, 'ST-1')];
  await isAsked;
  all.push(come(provider, 'ST-again', STRANGER, true), come(provider, 'ST-first'));
  open();
  await Promise.all(all);
  expect(ticketsSeen()).toEqual(['ST-1', 'ST-first', 'ST-again']);
});
