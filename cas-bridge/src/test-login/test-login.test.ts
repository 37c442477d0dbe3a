// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '@volee/core-adapter';
import type { TestLoginResult } from '@volee/core-adapter/login';

import { casServer } from '../protocol/cas-server.js';
import { fetchText } from '../transport/fetch-text.js';
import { failure, OMAR, SHAPES, success } from '../testing/sample-answers.js';
import {
  startCannedServer,
  type AnsweringForms,
  type CannedAnswer,
  type CannedServer,
} from '../testing/canned-server.js';
import { ticketValidator } from '../validation/ticket-validator.js';
import { testLogin } from './test-login.js';

const SERVICE = 'https://ent.example.org/cas/callback';
const PASSWORD = 'pass & wörd';
const TICKET = 'ST-1-abcdef';

const servers: CannedServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

async function start(answer: AnsweringForms): Promise<CannedServer> {
  const server = await startCannedServer(answer);
  servers.push(server);
  return server;
}

interface Trial {
  readonly service?: string;
  readonly pgtUrl?: string;
  readonly match?: string;
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

function tryAt({ origin }: CannedServer, trial: Trial = {}): Promise<TestLoginResult> {
  const { service = SERVICE, pgtUrl, match = 'user', timeout = 10_000, signal = AbortSignal.timeout(10_000) } = trial;
  const server = casServer(`${origin}/cas`, 'service');
  const validator = ticketValidator(server, 'auto', (url) => fetchText(url, { timeout }));
  return testLogin(
    { server, service, pgtUrl, source: 'ldap', match, validator, timeout, byPost: false, format: 'xml' },
    { login: OMAR.login, password: PASSWORD },
    signal,
  );
}

/** The message of a failed test login; it contains neither the password nor a ticket. */
async function complaint(server: CannedServer, trial?: Trial): Promise<string> {
  const error: unknown = await tryAt(server, trial).catch((thrown: unknown) => thrown);
  if (!(error instanceof DomainError)) throw new Error('nothing was wrong', { cause: error });
  const { message, remedy = '', cause } = error;
  expect(JSON.stringify([message, error, cause])).not.toMatch(/ST-|pass & w|pass\+|w%C3%B6rd/);
  return `${message} → ${remedy}`;
}

function form(fields: string, action = '', method = 'post'): string {
  return `<!doctype html><title>Se connecter</title><body><form method="${method}" action="${action}">${fields}</form>`;
}

const APEREO = form(
  `<input name="username"><input type="password" name="password">
   <input type="hidden" name="execution" value="e1s1"><input type="hidden" name="_eventId" value="submit">
   <input type="checkbox" name="rememberMe" value="true"><input name="geolocation" disabled>
   <button name="submitBtn" value="LOGIN">Connexion</button><button type="button" name="clear">Effacer</button>`,
);
const LEMONLDAP = form(
  `<input type="hidden" name="url" value="aHR0cHM6Ly9lbnQ="><input type="hidden" name="skin" value="bootstrap">
   <input name="user"><input name="password" type="password"><input type="submit" value="OK">`,
);
const back: CannedAnswer = { status: 302, headers: { Location: `${SERVICE}?ticket=${TICKET}` } };

/** A CAS server with this login page, which answers a post so. */
function sso(
  page: string,
  posted: CannedAnswer | AnsweringForms = back,
  other: Partial<Record<string, AnsweringForms>> = {},
) {
  const seen: { form: URLSearchParams; cookie: string }[] = [];
  const answer: AnsweringForms = (url, response, request) => {
    const special = other[`${request.method} ${url.pathname}`];
    if (special) return special(url, response, request);
    if (url.pathname === '/cas/p3/serviceValidate') {
      return {
        body: url.searchParams.get('ticket') === TICKET ? SHAPES.standard(OMAR) : failure('INVALID_TICKET'),
      };
    }
    if (request.method === 'GET') return { body: page, headers: { 'Set-Cookie': 'state=of-the-form; Path=/cas' } };
    seen.push(request);
    return typeof posted === 'function' ? posted(url, response, request) : posted;
  };
  return Object.assign(answer, { seen });
}

test('the form of Apereo CAS is filled in as by a browser, and its cookie comes along', async () => {
  const answer = sso(APEREO);
  expect(await tryAt(await start(answer))).toMatchObject({
    user: OMAR.login,
    lookedIn: 'user',
    identity: { source: 'ldap', login: OMAR.login },
  });
  expect(answer.seen).toMatchObject([{ cookie: 'state=of-the-form' }]);
  expect(Object.fromEntries(answer.seen[0]?.form ?? [])).toEqual({
    username: OMAR.login,
    password: PASSWORD,
    execution: 'e1s1',
    _eventId: 'submit',
    submitBtn: 'LOGIN',
  });
});

test('the form of LemonLDAP::NG is filled in with its hidden fields', async () => {
  const answer = sso(LEMONLDAP);
  await tryAt(await start(answer));
  expect(Object.fromEntries(answer.seen[0]?.form ?? [])).toEqual({
    url: 'aHR0cHM6Ly9lbnQ=',
    skin: 'bootstrap',
    user: OMAR.login,
    password: PASSWORD,
  });
});

test('attributes are named and counted without their values', async () => {
  const { attributes } = await tryAt(await start(sso(LEMONLDAP)), { match: 'uid' });
  expect(attributes).toEqual({ uid: 1, profil: 1, rne: 1, groupe: 2 });
});

test('a match that nothing came for leaves the login out', async () => {
  const result = await tryAt(await start(sso(LEMONLDAP)), { match: 'employeeNumber' });
  expect(result).toMatchObject({ user: OMAR.login, lookedIn: 'employeeNumber' });
  expect(result).not.toHaveProperty('identity');
});

test('redirects of the SSO are followed, before the form and after it, and the password is sent once', async () => {
  const answer = sso(
    LEMONLDAP,
    { status: 307, headers: { Location: '/cas/done' } },
    {
      'GET /cas/login': () => ({ status: 302, headers: { Location: 'form' } }),
      'GET /cas/done': () => back,
    },
  );
  expect(await tryAt(await start(answer))).toMatchObject({ user: OMAR.login });
  expect(answer.seen).toHaveLength(1);
});

test('CAS 3.0 §2.1.1: a ticket in a page that posts itself to the callback', async () => {
  const page = form(`<input type="hidden" name="ticket" value="${TICKET}">`, SERVICE);
  expect(await tryAt(await start(sso(LEMONLDAP, { body: page })))).toMatchObject({ user: OMAR.login });
});

test('C9 the callback is never asked, even at the origin of the SSO; at the end the SSO is left', async () => {
  const holder: { service?: string } = {};
  const server = await start(
    sso(LEMONLDAP, () => ({ status: 302, headers: { Location: `${holder.service}?ticket=${TICKET}` } })),
  );
  holder.service = `${server.origin}/cas/callback`;
  await tryAt(server, { service: holder.service });
  expect(server.asked.filter((path) => path.startsWith('/cas/callback'))).toEqual([]);
  expect(server.asked.at(-1)).toMatch(/^\/cas\/logout\?/);
});

test.each([
  ['status 200', 200],
  ['status 401', 401],
])('a wrong password is one sentence: the form again with %s', async (_, status) => {
  const server = await start(sso(LEMONLDAP, { status, body: LEMONLDAP }));
  expect(await complaint(server)).toMatch(
    /shows its login page again: it refuses this login or this password\. → Try them/,
  );
});

describe('the password goes to the SSO alone', () => {
  test('a login page elsewhere is not followed', async () => {
    const other = await start(sso(LEMONLDAP));
    const away = { status: 302, headers: { Location: `${other.origin}/cas/login` } };
    const server = await start(sso(LEMONLDAP, back, { 'GET /cas/login': () => away }));
    expect(await complaint(server)).toContain(`sends browsers on to ${other.origin}, where no test login goes`);
    expect(other.asked).toEqual([]);
  });

  test.each([307, 308, 302])('a %i to another host is not followed with the password', async (status) => {
    const other = await start(sso(LEMONLDAP));
    const server = await start(sso(LEMONLDAP, { status, headers: { Location: `${other.origin}/cas/login` } }));
    expect(await complaint(server)).toContain(other.origin);
    expect(other.asked).toEqual([]);
  });

  test('a form that would send the password to another origin is not filled in', async () => {
    const other = await start(sso(LEMONLDAP));
    const answer = sso(form('<input name="user"><input type="password" name="password">', `${other.origin}/cas/login`));
    expect(await complaint(await start(answer))).toContain(
      `would send the password to ${other.origin}, so it was not sent`,
    );
    expect([...other.asked, ...answer.seen]).toEqual([]);
  });

  test('a form that would put the password into the URL is not filled in', async () => {
    const server = await start(sso(form('<input name="user"><input type="password" name="password">', '', 'get')));
    expect(await complaint(server)).toMatch(/write the password into an address, so it was not sent/);
    expect(server.asked.join()).not.toContain('omar');
  });

  test('a page that echoes the password is not repeated', async () => {
    const echo = sso(LEMONLDAP, (_url, _response, request) => ({
      body: `<title>Le mot de passe ${request.form.get('password')?.replace(' ', '\n ')} ${TICKET}</title>`,
    }));
    expect(await complaint(await start(echo))).toMatch(/took the password, and shows another page \(status 200\)/);
  });
});

test.each(['INVALID_PROXY_CALLBACK', 'UNAUTHORIZED_SERVICE_PROXY'])(
  'CAS 3.0 §2.5.4: a ticket refused because of the pgtUrl (%s): the remedy is shown, without the key',
  async (code) => {
    const asked: (string | null)[] = [];
    const server = await start(
      sso(LEMONLDAP, back, {
        'GET /cas/p3/serviceValidate': ({ searchParams }) => {
          asked.push(searchParams.get('pgtUrl'));
          return { body: failure(code) };
        },
      }),
    );
    const sentence = await complaint(server, { pgtUrl: 'https://ent.example.org/cas/proxy?key=secret' });
    expect(asked).toEqual(['https://ent.example.org/cas/proxy?key=secret']);
    expect(sentence).toContain(`refuses it (${code}); it can hand over no proxy-granting ticket. → See that`);
    expect(sentence).toContain('reaches https://ent.example.org/cas/proxy and');
    expect(sentence).not.toContain('secret');
  },
);

test.each<[string, CannedAnswer, RegExp]>([
  ['no ticket', { status: 302, headers: { Location: SERVICE } }, /sends people back without a ticket/],
  [
    'something else',
    { status: 302, headers: { Location: `${SERVICE}?ticket=x%26y` } },
    /with something that is no ticket/,
  ],
  [
    'a ticket that it refuses',
    { status: 302, headers: { Location: `${SERVICE}?ticket=ST-F4K3` } },
    /then refuses it \(INVALID_TICKET\)/,
  ],
  ['another page', { body: '<title>Application non autorisée</title>' }, /another page \(status 200\)/],
  ['a failure', { status: 500, body: '' }, /another page \(status 500\)/],
  ['a page without end', { body: 'x'.repeat(300_000) }, /an answer of more than 262144 bytes/],
])('an SSO that answers the password with %s', async (_, posted, sentence) => {
  expect(await complaint(await start(sso(LEMONLDAP, posted)))).toMatch(sentence);
});

test.each<[string, string]>([
  ['the demo, which asks for a name', form('<button name="login" value="omar">Omar</button>')],
  ['a page to change a password', form('<input type="password" name="a"><input type="password" name="b">')],
])('%s is no login page', async (_, page) => {
  expect(await complaint(await start(sso(page)))).toMatch(
    /asks for no password \(“Se connecter”, status 200\)\. → Check baseUrl/,
  );
});

test('C8: an answer with possibly hidden values is reported', async () => {
  const body = success('<cas:user>lea</cas:user><cas:attributes/><cas:attributes/><x:uid xmlns:x="urn:x">o</x:uid>');
  const server = await start(sso(LEMONLDAP, back, { 'GET /cas/p3/serviceValidate': () => ({ body }) }));
  expect(await complaint(server)).toContain('answers with attributes of which one may hide another');
});

test('redirects without end, and an SSO that never answers', async () => {
  const circle = { 'GET /cas/login': () => ({ status: 302, headers: { Location: '/cas/login' } }) };
  expect(await complaint(await start(sso(LEMONLDAP, back, circle)))).toMatch(/round in circles/);
  const silent = await start(sso(LEMONLDAP, () => undefined));
  expect(await complaint(silent, { timeout: 200 })).toMatch(/nothing after 200 ms/);
});
