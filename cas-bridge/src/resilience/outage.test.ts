// SPDX-License-Identifier: EUPL-1.2
import { BusyError, UnavailableError } from '@volee/core-adapter';
import type { AuthProvider } from '@volee/core-adapter/login';

import { BridgeForTests, comeBack, twoPeople } from '../testing/bridge-for-tests.js';
import type { Answering } from '../testing/canned-server.js';
import { success } from '../testing/sample-answers.js';

let bridge: BridgeForTests;
beforeEach(() => {
  bridge = new BridgeForTests();
});
afterEach(() => bridge.stop());

describe('SSO outage detection', () => {
  const OUTAGE = 5;

  async function come(provider: AuthProvider, ticket: string, times: number): Promise<void> {
    for (let count = 0; count < times; count += 1) await comeBack(provider, { ticket });
  }

  test.each<[string, Answering]>([
    ['a name that it does not escape', () => ({ body: success('<cas:user>lea</cas:user><cas:cn>I <3 U</cas:cn>') })],
    ['a success of nobody', () => ({ body: success('<cas:user></cas:user>') })],
    ['a huge body', () => ({ body: 'x'.repeat(300_000) })],
    ['204', () => ({ status: 204 })],
    ['a redirect', ({ href }) => ({ status: 302, headers: { location: href } })],
    ['404', () => ({ status: 404 })],
  ])('C17: an unusable answer is not an outage and does not block other users: %s', async (_, odd) => {
    const others = twoPeople();
    const provider = await bridge.activateBefore((url, response) =>
      url.searchParams.get('ticket') === 'ST-odd' ? odd(url, response) : others(url, response),
    );
    await come(provider, 'ST-odd', OUTAGE);
    expect(await comeBack(provider, { ticket: 'ST-2-omar' })).toMatchObject({ identity: { login: 'omar.benali' } });
  });

  test('C17: failed validations of invented proxy tickets are not an outage', async () => {
    const people = twoPeople();
    const provider = await bridge.activateBefore(
      (url, response) => (url.pathname.includes('proxy') ? { status: 404 } : people(url, response)),
      { proxies: ['https://mail.example.org/pgt'] },
    );
    await come(provider, 'PT-anybody', OUTAGE);
    expect(await comeBack(provider, { ticket: 'ST-1-lea' })).toMatchObject({ identity: { login: 'lea.martin' } });
  });

  test.each<[string, Answering]>([
    ['503', () => ({ status: 503 })],
    ['a broken connection', (_, response) => void response.destroy()],
  ])('C17: five failures in a row are an outage: %s', async (_, answer) => {
    const provider = await bridge.activateBefore(answer);
    await come(provider, 'ST-1-lea', OUTAGE);
    expect(() => provider.loginUrl('default')).toThrow(/has not answered 5 times in a row/);
  });

  /** Starts a login every 2.5 s for 5 minutes and counts those that are not sent to the SSO; the others call `goOn`. */
  async function keptAway(provider: AuthProvider, goOn: () => Promise<unknown>): Promise<number> {
    let kept = 0;
    for (let count = 0; count < 120; count += 1) {
      bridge.clock.advance(2_500);
      try {
        provider.loginUrl('default');
        await goOn();
      } catch {
        kept += 1;
      }
    }
    return kept;
  }

  test('C17: a server that shows its login page but validates no ticket is out', async () => {
    const provider = await bridge.activateBefore(({ pathname }) => ({ status: pathname === '/login' ? 200 : 502 }));
    expect(await keptAway(provider, () => comeBack(provider, { ticket: 'ST-1-lea' }))).toBeGreaterThan(80);
  });

  test('C17: a server that fails on gateway logins only is not out, even when no user returns', async () => {
    const validate = twoPeople();
    const provider = await bridge.activateBefore((url, response) =>
      url.pathname === '/login' ? { status: 500 } : validate(url, response),
    );
    expect(await keptAway(provider, () => fetch(bridge.server.origin))).toBe(0);
  });

  test('C17: the health check sends a made-up ticket at most every ten seconds, outside the queue', async () => {
    const provider = await bridge.activateBefore(twoPeople(), { parallel: 1, waiting: 0 });
    const looks = (): string[] => bridge.server.asked.filter((address) => address.includes('ticket=ST-look-'));
    provider.loginUrl('default');
    expect(await comeBack(provider, { ticket: 'ST-1-lea' })).toMatchObject({ identity: { login: 'lea.martin' } });
    bridge.clock.advance(9_999);
    provider.loginUrl('default');
    await comeBack(provider, { ticket: 'ST-2-omar' });
    expect(looks()).toHaveLength(1);
  });
});

describe('proxyTickets', () => {
  test.each(['https://ent.example.org/cas/callback', 'http://127.0.0.1:3000/cas/callback'])(
    'CAS 3.0 §2.5.4: a proxy-granting ticket may be delivered to %s',
    async (callbackUrl) => {
      expect(
        await bridge.activate({ baseUrl: 'https://sso.example.org', proxyTickets: true }, callbackUrl),
      ).toHaveProperty('proxying');
    },
  );

  test('C15 CAS 3.0 §2.5.4: proxyTickets is refused with a clear-text callback', async () => {
    const settings = { baseUrl: 'https://sso.example.org', proxyTickets: true };
    await expect(bridge.activate(settings, 'http://ent.example.org/cas/callback')).rejects.toThrow(
      /\(proxyTickets needs https\)\. [^.]+ server\.publicUrl, or leave proxyTickets out\./,
    );
    await bridge.activate({ ...settings, proxyTickets: false }, 'http://ent.example.org/cas/callback');
  });

  test('C17: requests for proxy tickets are limited, stop during an outage, and do not count as login failures', async () => {
    const provider = await bridge.activateBefore(() => ({ status: 500 }), {
      proxyTickets: true,
      parallel: 1,
      waiting: 0,
    });
    const ask = (): Promise<string | undefined> =>
      Promise.resolve(provider.proxying?.ticketFor('PGT-1-lea', 'https://mail.example.org/'));
    const [first, second] = await Promise.allSettled([ask(), ask()]);
    expect(first).toMatchObject({ reason: expect.any(UnavailableError) });
    expect(second).toMatchObject({ reason: expect.any(BusyError) });
    for (let count = 0; count < 5; count += 1) await expect(ask()).rejects.toThrow(/status 500/);
    for (let count = 0; count < 5; count += 1) {
      expect(await comeBack(provider, { ticket: 'ST-1' })).toHaveProperty('error');
    }
    const asked = bridge.server.asked.length;
    await expect(ask()).rejects.toThrow(/has not answered 5 times in a row/);
    expect(bridge.server.asked).toHaveLength(asked);
  });
});
