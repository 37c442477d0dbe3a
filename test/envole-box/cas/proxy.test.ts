// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sampleCasAccounts } from './sample-cas-accounts.js';
import { startCas, type Cas, type CasOptions } from './start-cas.js';

const SERVICE = 'http://127.0.0.1:9/portail';
const MAIL = 'http://127.0.0.1:9/courrier';

let cas: Cas;
let proxyServer: Server;
let pgtUrl: string;
/** Queries that the callback of the proxy heard. */
let heard: URLSearchParams[];

beforeEach(async () => {
  heard = [];
  proxyServer = createServer((request, response) => {
    const { pathname, searchParams } = new URL(`http://proxy.invalid${request.url ?? ''}`);
    heard.push(searchParams);
    response.writeHead(pathname === '/broken' ? 500 : 200).end();
  }).listen(0, '127.0.0.1');
  await once(proxyServer, 'listening');
  pgtUrl = `http://127.0.0.1:${(proxyServer.address() as AddressInfo).port}/pgt?of=a%20b`;
  cas = await start({ proxyCallbacks: { isHttpAllowed: true } });
});
afterEach(async () => {
  await cas.stop();
  proxyServer.close();
  proxyServer.closeAllConnections();
});

function start(options: Partial<CasOptions>): Promise<Cas> {
  return startCas({ accounts: sampleCasAccounts(), ...options });
}

async function ask(path: string, parameters: Record<string, string>): Promise<string> {
  return (await fetch(`${cas.url}${path}?${new URLSearchParams(parameters).toString()}`)).text();
}

function validate(parameters: Record<string, string> = {}, path = '/serviceValidate'): Promise<string> {
  return ask(path, { service: SERVICE, ticket: cas.issueTicket('ines.renaud', SERVICE), ...parameters });
}

/** A proxy-granting ticket of Inès. */
async function pgt(): Promise<string> {
  await validate({ pgtUrl });
  return heard.at(-1)?.get('pgtId') ?? '';
}

async function proxyTicket(grant: string, targetService = MAIL): Promise<string> {
  const answer = await ask('/proxy', { pgt: grant, targetService });
  return /<cas:proxyTicket>(.*)<\/cas:proxyTicket>/.exec(answer)?.[1] ?? answer;
}

describe('the callback of a proxy (CAS 3.0 §2.5.4)', () => {
  test('hears the ticket and its IOU beside its own query; the success names the IOU alone', async () => {
    const answer = await validate({ pgtUrl });
    const [query] = heard;
    expect(query?.get('of')).toBe('a b');
    expect(query?.get('pgtId')).toMatch(/^PGT-[A-Za-z0-9-]{32}$/);
    expect(answer).toContain(
      `</cas:user><cas:proxyGrantingTicket>${query?.get('pgtIou')}</cas:proxyGrantingTicket></cas:auth`,
    );
    expect(query?.get('pgtIou')).toMatch(/^PGTIOU-/);
    expect(answer).not.toContain(query?.get('pgtId'));
  });

  test('that answers 500 gets no grant: the success has no IOU, and the ticket it heard is worth nothing', async () => {
    const answer = await validate({ pgtUrl: pgtUrl.replace('/pgt', '/broken') });
    expect(answer).toContain('<cas:user>ines.renaud</cas:user></cas:authenticationSuccess>');
    expect(await proxyTicket(heard[0]?.get('pgtId') ?? '')).toContain('code="INVALID_TICKET"');
  });

  test('must answer, where the server is told so', async () => {
    await cas.stop();
    cas = await start({ proxyCallbacks: { isHttpAllowed: true, mustAnswer: true } });
    for (const dead of [pgtUrl.replace('/pgt', '/broken'), 'http://127.0.0.1:9/pgt']) {
      expect(await validate({ pgtUrl: dead })).toContain('code="INVALID_PROXY_CALLBACK"');
    }
  });

  test('is https, if the server is not told otherwise', async () => {
    await cas.stop();
    cas = await start({});
    for (const refused of [pgtUrl, 'ftp://127.0.0.1/pgt', 'pgt']) {
      expect(await validate({ pgtUrl: refused })).toContain('code="INVALID_PROXY_CALLBACK"');
    }
    expect(await validate({ pgtUrl: 'https://127.0.0.1:9/pgt' })).toContain('authenticationSuccess');
    expect(heard).toEqual([]);
  });

  test('is of a service that may be a proxy (CAS 3.0 §2.5.3)', async () => {
    await cas.stop();
    cas = await start({ allowedServices: [SERVICE], proxyCallbacks: { isHttpAllowed: true } });
    expect(await validate({ pgtUrl })).toContain('code="UNAUTHORIZED_SERVICE_PROXY"');
  });
});

describe('a proxy ticket (CAS 3.0 §2.7)', () => {
  test('is given as often as asked for, and works once (CAS 3.0 §3.2.1)', async () => {
    const grant = await pgt();
    const [first, second] = [await proxyTicket(grant), await proxyTicket(grant)];
    for (const ticket of [first, second]) {
      expect(ticket).toMatch(/^PT-[A-Za-z0-9-]{32}$/);
      const answer = await ask('/proxyValidate', { service: MAIL, ticket });
      expect(answer).toContain(
        `<cas:user>ines.renaud</cas:user><cas:proxies><cas:proxy>${pgtUrl}</cas:proxy></cas:proxies>`,
      );
      expect(await ask('/proxyValidate', { service: MAIL, ticket })).toContain('code="INVALID_TICKET"');
    }
    expect(first).not.toBe(second);
  });

  test.each([
    [{ targetService: MAIL }, 'INVALID_REQUEST'],
    [{ pgt: 'PGT-1' }, 'INVALID_REQUEST'],
    [{ pgt: 'PGT-1', targetService: MAIL }, 'INVALID_TICKET'],
    [{ pgt: 'PGT-1', targetService: 'javascript:x' }, 'UNAUTHORIZED_SERVICE'],
  ])('%j is %s (CAS 3.0 §2.7.3)', async (parameters: Record<string, string>, code) => {
    expect(await ask('/proxy', parameters)).toMatch(
      new RegExp(`<cas:proxyFailure code="${code}">.+</cas:proxyFailure>`),
    );
  });

  test('is for its own service, and no proof of a new login', async () => {
    const grant = await pgt();
    const elsewhere = { service: SERVICE, ticket: await proxyTicket(grant) };
    expect(await ask('/proxyValidate', elsewhere)).toContain('code="INVALID_SERVICE"');
    const renewed = { service: MAIL, ticket: await proxyTicket(grant), renew: 'true' };
    expect(await ask('/proxyValidate', renewed)).toContain('code="INVALID_TICKET"');
  });

  test('names all proxies of a chain, the last first (CAS 3.0 §2.6.2)', async () => {
    const second = pgtUrl.replace('/pgt', '/second');
    await ask('/proxyValidate', { service: MAIL, ticket: await proxyTicket(await pgt()), pgtUrl: second });
    const ticket = await proxyTicket(heard.at(-1)?.get('pgtId') ?? '', SERVICE);
    expect(await ask('/p3/proxyValidate', { service: SERVICE, ticket })).toContain(
      `</cas:attributes><cas:proxies><cas:proxy>${second}</cas:proxy><cas:proxy>${pgtUrl}</cas:proxy></cas:proxies>`,
    );
  });

  test.each(['/serviceValidate', '/p3/serviceValidate'])('is refused by %s (CAS 3.0 §2.5)', async (path) => {
    const ticket = await proxyTicket(await pgt());
    expect(await ask(path, { service: MAIL, ticket })).toContain('code="INVALID_TICKET_SPEC"');
    expect(await ask('/proxyValidate', { service: MAIL, ticket })).toContain('code="INVALID_TICKET"');
  });

  test('is refused by /validate (CAS 3.0 §2.4)', async () => {
    expect(await ask('/validate', { service: MAIL, ticket: await proxyTicket(await pgt()) })).toBe('no\n');
  });

  test('is over with the session, and so is the grant (CAS 3.0 §3.3)', async () => {
    const grant = await pgt();
    const ticket = await proxyTicket(grant);
    cas.tickets.closeSession(cas.tickets.ticket(ticket)?.sessionId);
    expect(await ask('/proxyValidate', { service: MAIL, ticket })).toContain('code="INVALID_TICKET"');
    expect(await proxyTicket(grant)).toContain('code="INVALID_TICKET"');
  });

  test('is a service ticket as well for /proxyValidate (CAS 3.0 §2.6)', async () => {
    expect(await validate({}, '/proxyValidate')).toContain('<cas:user>ines.renaud</cas:user></cas:auth');
  });
});

test('JSON says the same (CAS 3.0 §2.5.1, format)', async () => {
  const format = 'JSON';
  const success = JSON.parse(await validate({ pgtUrl, format })) as object;
  const [query] = heard;
  expect(success).toEqual({
    serviceResponse: { authenticationSuccess: { user: 'ines.renaud', proxyGrantingTicket: query?.get('pgtIou') } },
  });
  const asked = { pgt: query?.get('pgtId') ?? '', targetService: MAIL, format };
  const given = JSON.parse(await ask('/proxy', asked)) as {
    serviceResponse: { proxySuccess: { proxyTicket: string } };
  };
  const ticket = given.serviceResponse.proxySuccess.proxyTicket;
  expect(JSON.parse(await ask('/p3/proxyValidate', { service: MAIL, ticket, format }))).toMatchObject({
    serviceResponse: {
      authenticationSuccess: { user: 'ines.renaud', attributes: { rne: ['0399001X'] }, proxies: [pgtUrl] },
    },
  });
  expect(JSON.parse(await ask('/proxy', { format }))).toMatchObject({
    serviceResponse: { proxyFailure: { code: 'INVALID_REQUEST' } },
  });
});

test('tickets look as the test wants them (CAS 3.0 §3.1.1)', async () => {
  cas.shapeTickets({ length: 256, host: 'cas.example.org' });
  expect(cas.issueTicket('ines.renaud', SERVICE)).toMatch(/^ST-1-.{235}-cas\.example\.org$/);
  expect(await proxyTicket(await pgt())).toHaveLength(256);
});

test('a chain without calls, for tests of services that accept proxy tickets (CAS 3.0 §2.6.2)', async () => {
  const ticket = cas.issueProxyTicket('ines.renaud', MAIL, ['https://b.example/pgt', 'https://a.example/pgt']);
  expect(await ask('/proxyValidate', { service: MAIL, ticket })).toContain(
    '<cas:proxies><cas:proxy>https://b.example/pgt</cas:proxy><cas:proxy>https://a.example/pgt</cas:proxy></cas:proxies>',
  );
});
