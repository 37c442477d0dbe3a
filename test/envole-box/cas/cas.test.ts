// SPDX-License-Identifier: EUPL-1.2
import { sampleCasAccounts } from './sample-cas-accounts.js';
import { startCas, type Cas } from './start-cas.js';

const ESCAPED = 'http://127.0.0.1:9/cas/callback?to=a%20b&x=1';
const SERVICE = 'http://127.0.0.1:9/cas/callback';
const OTHER = 'http://127.0.0.1:9/autre';

const responses: Response[] = [];
let cas: Cas;
let now = new Date('2026-11-24T08:00:00Z');

beforeEach(async () => {
  now = new Date('2026-11-24T08:00:00Z');
  cas = await startCas({ accounts: sampleCasAccounts(), now: () => now });
});
afterEach(async () => {
  // A connection stays open until the body is read or given up.
  for (const { bodyUsed, body } of responses.splice(0)) if (!bodyUsed) await body?.cancel();
  await cas.stop();
});

type Parameters = Record<string, string>;

function get(path: string, parameters: Parameters = {}, cookie = ''): Promise<Response> {
  const query = new URLSearchParams(parameters).toString();
  return send(`${cas.url}${path}?${query}`, { headers: { cookie } });
}

function choose(login: string, fields: Parameters = {}, cookie = ''): Promise<Response> {
  const body = new URLSearchParams({ ...fields, login });
  return send(`${cas.url}/login`, { method: 'POST', body, headers: { cookie } });
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, redirect: 'manual' });
  responses.push(response);
  return response;
}

function location(response: Response): string {
  return response.headers.get('location') ?? '';
}

function ticketIn(response: Response): string {
  return new URL(location(response)).searchParams.get('ticket') ?? '';
}

async function cookieOf(login: string): Promise<string> {
  const response = await choose(login);
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function validate(parameters: Parameters, path = '/p3/serviceValidate'): Promise<string> {
  return (await get(path, parameters)).text();
}

describe('login (CAS 3.0 §2.1, §2.2)', () => {
  test('a name chosen leads back to the service with a ticket that stands for it', async () => {
    const response = await choose('ines.renaud', { service: SERVICE });
    expect(response.status).toBe(303);
    expect(location(response)).toMatch(/^http:\/\/127\.0\.0\.1:9\/cas\/callback\?ticket=ST-[A-Za-z0-9-]{32}$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await validate({ service: SERVICE, ticket: ticketIn(response) })).toContain(
      '<cas:user>ines.renaud</cas:user>',
    );
  });

  test('the address of the service keeps every byte of its own query', async () => {
    const response = await choose('ines.renaud', { service: `${ESCAPED}#top` });
    expect(location(response)).toMatch(
      /^http:\/\/127\.0\.0\.1:9\/cas\/callback\?to=a%20b&x=1&ticket=ST-[A-Za-z0-9-]+#top$/,
    );
  });

  test('a second service asks nothing, as long as the session lasts', async () => {
    const cookie = await cookieOf('ines.renaud');
    const response = await get('/login', { service: OTHER }, cookie);
    expect(response.status).toBe(302);
    expect(await validate({ service: OTHER, ticket: ticketIn(response) })).toContain('<cas:isFromNewLogin>false');
  });

  test('the cookie is kept from scripts', async () => {
    const response = await choose('ines.renaud');
    expect(response.headers.get('set-cookie')).toMatch(/^CASTGC=TGT-[A-Za-z0-9-]+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('gateway without a session gives no ticket and asks nothing (C12)', async () => {
    const response = await get('/login', { service: SERVICE, gateway: 'true' });
    expect({ status: response.status, location: location(response) }).toEqual({ status: 302, location: SERVICE });
  });

  test('gateway with a session gives a ticket', async () => {
    const response = await get('/login', { service: SERVICE, gateway: 'true' }, await cookieOf('ines.renaud'));
    expect(ticketIn(response)).toMatch(/^ST-/);
  });

  test('renew asks again despite a session, and beats gateway (C12)', async () => {
    const cookie = await cookieOf('ines.renaud');
    for (const more of [{}, { gateway: 'true' }]) {
      const response = await get('/login', { service: SERVICE, renew: 'true', ...more }, cookie);
      expect(response.status).toBe(200);
    }
  });

  test('without a service it names the signed-in person', async () => {
    const response = await get('/login', {}, await cookieOf('ines.renaud'));
    expect(await response.text()).toContain('Inès Renaud');
  });

  test('another person chosen is another session', async () => {
    const first = await cookieOf('ines.renaud');
    const response = await choose('karim.bensaid', {}, first);
    expect(response.headers.get('set-cookie')).not.toContain(first);
  });

  test('an unknown name is refused with a sentence', async () => {
    const response = await choose('<b>', { service: SERVICE });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('Cette personne n’est pas dans l’annuaire.');
  });

  test.each(['javascript:alert(1)', '//evil.example/', 'ftp://evil.example/', '/cas'])(
    '%s is not a service (C11)',
    async (service) => {
      expect((await get('/login', { service })).status).toBe(403);
      expect((await choose('ines.renaud', { service })).status).toBe(403);
      const afterLogout = await get('/logout', { service, url: service });
      expect({ status: afterLogout.status, leaks: (await afterLogout.text()).includes(service + '"') }).toEqual({
        status: 200,
        leaks: false,
      });
    },
  );

  test('what the service says is text on the page, not markup', async () => {
    const page = await (await get('/login', { service: 'http://127.0.0.1:9/"><script>x</script>' })).text();
    expect(page).not.toContain('<script>');
    expect(page).toContain('&quot;&gt;&lt;script&gt;');
  });
});

describe('allowed services', () => {
  test.each([
    ['http://127.0.0.1:9/volee', 200],
    ['http://127.0.0.1:9/volee/cas?x=1', 200],
    ['http://127.0.0.1:9/volees', 403],
    ['http://127.0.0.1:9.evil.example/volee', 403],
    ['http://127.0.0.1:9@evil.example/volee', 403],
    ['http://127.0.0.1:10/volee', 403],
    ['http://127.0.0.1:9/volee/../autre', 403],
  ])('%s → %i (C11)', async (service, status) => {
    const strict = await startCas({ accounts: [], allowedServices: ['http://127.0.0.1:9/volee'] });
    const response = await send(`${strict.url}/login?${new URLSearchParams({ service }).toString()}`, {});
    await strict.stop();
    expect(response.status).toBe(status);
  });
});

describe('validation (CAS 3.0 §2.5)', () => {
  test('a ticket works once (C9)', async () => {
    const ticket = cas.issueTicket('ines.renaud', SERVICE);
    expect(await validate({ service: SERVICE, ticket })).toContain('authenticationSuccess');
    expect(await validate({ service: SERVICE, ticket })).toContain('code="INVALID_TICKET"');
  });

  test('a ticket is for its own service, to the byte, and is spent by the attempt (C10)', async () => {
    const ticket = cas.issueTicket('ines.renaud', SERVICE);
    expect(await validate({ service: `${SERVICE}/`, ticket })).toContain('code="INVALID_SERVICE"');
    expect(await validate({ service: SERVICE, ticket })).toContain('code="INVALID_TICKET"');
  });

  test('a service smuggled into the ticket is part of the ticket (C1)', async () => {
    const ticket = cas.issueTicket('ines.renaud', OTHER);
    expect(await validate({ service: SERVICE, ticket: `${ticket}&service=${OTHER}` })).toContain('INVALID_TICKET');
  });

  test.each([{ service: SERVICE }, { ticket: 'ST-1' }, {}])(
    '%j is an INVALID_REQUEST',
    async (parameters: Parameters) => {
      expect(await validate(parameters)).toContain('code="INVALID_REQUEST"');
    },
  );

  test('a ticket lives for five minutes', async () => {
    const [kept, late] = [cas.issueTicket('ines.renaud', SERVICE), cas.issueTicket('ines.renaud', SERVICE)];
    now = new Date(now.getTime() + 5 * 60_000);
    expect(await validate({ service: SERVICE, ticket: kept })).toContain('authenticationSuccess');
    now = new Date(now.getTime() + 1);
    expect(await validate({ service: SERVICE, ticket: late })).toContain('code="INVALID_TICKET"');
  });

  test('with renew only a fresh login counts', async () => {
    const reused = ticketIn(await get('/login', { service: SERVICE }, await cookieOf('ines.renaud')));
    expect(await validate({ service: SERVICE, ticket: reused, renew: 'true' })).toContain('code="INVALID_TICKET"');
    const fresh = ticketIn(await choose('ines.renaud', { service: SERVICE }));
    expect(await validate({ service: SERVICE, ticket: fresh, renew: 'true' })).toContain('authenticationSuccess');
  });

  test('logout takes the ticket that was not yet used', async () => {
    const cookie = await cookieOf('ines.renaud');
    const ticket = ticketIn(await get('/login', { service: SERVICE }, cookie));
    await get('/logout', {}, cookie);
    expect(await validate({ service: SERVICE, ticket })).toContain('code="INVALID_TICKET"');
  });
});

describe('in trouble (C17)', () => {
  test.each([
    ['500', 500, /Internal/],
    ['html', 200, /^<!doctype html>/],
    ['redirect', 302, /^$/],
    ['empty', 204, /^$/],
    ['huge', 200, /authenticationSuccess>x*/],
    ['blank', 200, /^$/],
    ['doctype', 200, /^<!DOCTYPE a \[<!ENTITY who "claire\.vuillemin">\]><cas:serviceResponse/],
    ['entity-bomb', 200, /<!ENTITY e9 "(&e8;){10}">\]>/],
    ['two-successes', 200, /(authenticationSuccess.*){4}/],
    ['success-and-failure', 200, /authenticationSuccess>.*authenticationFailure/],
    ['other-namespace', 200, /xmlns:cas="http:\/\/evil\.example\/tp\/cas"/],
  ] as const)('%s', async (trouble, status, body) => {
    cas.failWith(trouble);
    const response = await get('/serviceValidate', { service: SERVICE, ticket: 'ST-1' });
    expect(response.status).toBe(status);
    const text = await response.text();
    expect(text).toMatch(body);
    if (trouble === 'huge') expect(text.length).toBeGreaterThan(16_000_000);
  });

  test('a hanging server says nothing until it stops', async () => {
    cas.failWith('hang');
    const asked = get('/serviceValidate', { service: SERVICE, ticket: 'ST-1' });
    await (await get('/login')).text(); // the server still answers elsewhere
    await cas.stop();
    await expect(asked).rejects.toThrow();
  });

  test('a reset hangs up, a cut ends before its time', async () => {
    for (const trouble of ['reset', 'cut'] as const) {
      cas.failWith(trouble);
      const asked = get('/serviceValidate', { service: SERVICE, ticket: 'ST-1' });
      await expect(asked.then((response) => response.text())).rejects.toThrow();
    }
  });

  test('a stall begins and goes no further', async () => {
    cas.failWith('stall');
    const response = await get('/serviceValidate', { service: SERVICE, ticket: 'ST-1' });
    const reader = response.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toMatch(/authenticationSuccess>$/);
    const rest = reader?.read();
    await cas.stop();
    await expect(rest).rejects.toThrow();
  });

  test('whatever services ask', async () => {
    cas.failWith('500');
    for (const path of ['/validate', '/proxyValidate', '/proxy']) expect((await get(path)).status).toBe(500);
  });

  test('and well again', async () => {
    cas.failWith('500');
    cas.failWith(undefined);
    expect(await validate({ service: SERVICE, ticket: 'ST-1' })).toContain('INVALID_TICKET');
  });
});

test('what is too large or unknown is refused', async () => {
  expect((await choose('x'.repeat(70_000))).status).toBe(413);
  expect((await get('/samlValidate')).status).toBe(404);
  expect((await get('/assets/../login')).status).toBe(200);
});
