// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '@volee/core-adapter/testing';

import { proxyTicketBrick } from './portal-hosts.js';
import { startFullHost, type FullHost } from './full-host.js';

/** The address is open to all: the SSO calls it from outside. */
describe.each(testDatabases())('/cas/proxy on $name', (kind) => {
  let database: Awaited<ReturnType<typeof kind.fresh>>;
  let full: FullHost;
  /** The grant address that the SSO knows, read from the chain of a proxy ticket. */
  let grantUrl: string;

  beforeAll(async () => {
    database = await kind.fresh();
    const cas = { proxyCallbacks: { isHttpAllowed: true } };
    full = await startFullHost({ proxyTickets: true }, { cas, bricks: [proxyTicketBrick], databaseUrl: database.url });
    const { browser, page } = await full.logIn('ines.renaud');
    const [, school] = /\/s\/(\w+)\//.exec(page.url) ?? [];
    const service = 'https://mail.example.org/';
    const { text } = await browser.ask(`${full.url}/s/${school ?? ''}/errand/ticket?service=${service}`);
    const { ticket } = JSON.parse(text) as { ticket: string };
    grantUrl = full.cas.tickets.ticket(ticket)?.proxies[0] ?? '';
  });
  afterAll(async () => {
    await full.stop();
    await database.drop();
  });

  const kept = async (): Promise<number> => {
    const [row] = await full.host.database.dataSource.query<{ n: number }[]>(
      'SELECT COUNT(*) AS n FROM core_pending_grant',
    );
    return Number(row?.n);
  };
  const hand = async (address: string, query: Record<string, string> | string): Promise<number> => {
    const more = typeof query === 'string' ? query : new URLSearchParams(query).toString();
    return (await fetch(`${address}${address.includes('?') ? '&' : '?'}${more}`)).status;
  };
  const good = { pgtIou: 'PGTIOU-1-good', pgtId: 'PGT-1-good' };

  test('C15: the address is ours, with a key', () => {
    expect(grantUrl).toMatch(new RegExp(`^${full.url}/cas/proxy\\?key=[\\w-]{43}$`));
  });

  test('C15 CAS 3.0 §2.5.4: without the key, or with a wrong or second key, the answer is 404 and nothing is stored', async () => {
    const before = await kept();
    const bare = `${full.url}/cas/proxy`;
    const wrong = `${grantUrl.slice(0, -1)}${grantUrl.endsWith('A') ? 'B' : 'A'}`;
    for (const address of [bare, `${bare}?key=`, wrong, `${grantUrl}&key=x`, grantUrl.slice(0, -1), `${grantUrl}x`])
      expect([address, await hand(address, good)]).toEqual([address, 404]);
    expect((await fetch(grantUrl, { method: 'POST', body: new URLSearchParams(good) })).status).not.toBe(200);
    expect(await kept()).toBe(before);
  });

  test('C15 CAS 3.0 §3.3.1, §3.4.1: tickets of 256 characters are stored; invalid ones are not, with the same answer', async () => {
    const before = await kept();
    const nonsense: (Record<string, string> | string)[] = [
      {},
      { pgtIou: good.pgtIou },
      { pgtId: good.pgtId },
      { ...good, pgtIou: '../../x' },
      { ...good, pgtIou: `PGTIOU-${'x'.repeat(300)}` },
      { ...good, pgtId: `PGT-${'x'.repeat(253)}` },
      { ...good, pgtId: 'PT-1-x' },
      { ...good, pgtId: "PGT-1'; DROP TABLE core_session; --" },
      { ...good, pgtIou: good.pgtId, pgtId: good.pgtIou },
      'pgtIou=PGTIOU-1&pgtIou=PGTIOU-2&pgtId=PGT-1',
      'pgtIou[]=PGTIOU-1&pgtId=PGT-1',
      'pgtIou[a]=PGTIOU-1&pgtId[b]=PGT-1',
    ];
    for (const query of nonsense) expect([query, await hand(grantUrl, query)]).toEqual([query, 200]);
    expect(await kept()).toBe(before);

    const longest = { pgtIou: `PGTIOU-${'x'.repeat(249)}`, pgtId: `PGT-${'x'.repeat(252)}` };
    expect(await hand(grantUrl, longest)).toBe(200);
    expect(await hand(grantUrl, longest)).toBe(200);
    expect(await kept()).toBe(before + 1);
  });

  test('a copy of the tables opens nothing: the ticket stands nowhere in them, nor its name', async () => {
    await hand(grantUrl, good);
    const rows = await full.host.database.dataSource.query<unknown[]>('SELECT * FROM core_pending_grant');
    const sessions = await full.host.database.dataSource.query<unknown[]>('SELECT * FROM core_session');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify([rows, sessions])).not.toMatch(/PGT/);
    expect(full.log.join('\n')).not.toMatch(/PGT|key=/);
  });

  test('C15 CAS 3.0 §2.5.4: those that no session took are forgotten', async () => {
    await hand(grantUrl, good);
    full.clock.advance(60_001);
    await hand(grantUrl, { pgtIou: 'PGTIOU-1-later', pgtId: 'PGT-1-later' });
    expect(await kept()).toBe(1);
  });
});

describe('an SSO that cannot reach /cas/proxy', () => {
  let full: FullHost;
  beforeAll(async () => {
    full = await startFullHost({ proxyTickets: true }, { bricks: [proxyTicketBrick] });
  });
  afterAll(() => full.stop());

  test('C15 CAS 3.0 §2.5.4: users log in without a grant at once, and the log gives the remedy', async () => {
    const { browser, page } = await full.logIn('ines.renaud');
    expect(page.url).toMatch(/\/s\/\w+\/$/);
    const answer = await browser.ask(`${page.url}errand/ticket?service=https://mail.example.org/`);
    expect(answer.status).toBe(503);
    expect(full.log.join('\n')).toContain('The CAS server issues no proxy-granting tickets');
  });
});
