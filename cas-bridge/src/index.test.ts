// SPDX-License-Identifier: EUPL-1.2
import { inspect } from 'node:util';

import { UnavailableError } from '@volee/core-adapter';
import type { Identity } from '@volee/core-adapter/login';

import { manifest } from './manifest.js';
import { BridgeForTests, CALLBACK, comeBack, twoPeople } from './testing/bridge-for-tests.js';
import type { Answering } from './testing/canned-server.js';
import { ownCertificate } from './testing/own-certificate.js';
import { FAILURE_CODES, failure, logoutRequest, OMAR, SHAPES, success } from './testing/sample-answers.js';

let bridge: BridgeForTests;
beforeEach(() => {
  bridge = new BridgeForTests();
});
afterEach(() => bridge.stop());

test('a ticket becomes an identity of the configured source', async () => {
  const provider = await bridge.activateBefore(twoPeople(), { source: 'scribe' });
  expect(await comeBack(provider, { ticket: 'ST-1-lea' })).toEqual({
    identity: { source: 'scribe', login: 'lea.martin', ticket: 'ST-1-lea' } satisfies Identity,
  });
  expect(await comeBack(provider, { ticket: 'ST-2-omar' })).toEqual({
    identity: { source: 'scribe', login: 'omar.benali', ticket: 'ST-2-omar' } satisfies Identity,
  });
});

test('C2 the service URL is constant and does not depend on Host and X-Forwarded-Host', async () => {
  const provider = await bridge.activateBefore(twoPeople());
  await comeBack(provider, { ticket: 'ST-1-lea', service: 'https://evil.example/' });
  expect(new URL(bridge.server.asked[0] ?? '', bridge.server.origin).searchParams.getAll('service')).toEqual([
    CALLBACK,
  ]);
});

test('C9 C14 a ticket is good once; the log holds the reason, never the ticket', async () => {
  const provider = await bridge.activateBefore(twoPeople());
  await comeBack(provider, { ticket: 'ST-1-lea' });
  expect(await comeBack(provider, { ticket: 'ST-1-lea' })).toEqual({ reason: 'INVALID_TICKET' });
  expect(bridge.logged).toEqual([expect.stringContaining('INVALID_TICKET')]);
  expect(bridge.logged.join()).not.toContain('ST-1-lea');
});

test('C10 CAS 3.0 §2.5.3: a ticket for another service is refused', async () => {
  const provider = await bridge.activateBefore(() => ({ body: failure('INVALID_SERVICE') }));
  expect(await comeBack(provider, { ticket: 'ST-1-lea' })).toEqual({ reason: 'INVALID_SERVICE' });
});

test.each<[string, object]>([
  ['no service may bring people', {}],
  ['that very service may bring people', { proxies: ['https://mail.example.org/pgt'] }],
])('C16 CAS 3.0 §2.6.2: a service ticket whose answer lists a chain is refused where %s', async (_, settings) => {
  const chain = '<cas:proxies><cas:proxy>https://mail.example.org/pgt</cas:proxy></cas:proxies>';
  const provider = await bridge.activateBefore(() => ({ body: success(`<cas:user>lea</cas:user>${chain}`) }), settings);
  expect(await comeBack(provider, { ticket: 'ST-1-lea' })).toEqual({
    reason: 'its proxy chain is not among the allowed ones',
  });
});

test('the fake ticket of LemonLDAP::NG is an ordinary failure', async () => {
  const provider = await bridge.activateBefore(twoPeople());
  expect(await comeBack(provider, { ticket: 'ST-F4K3T1CK3T' })).toEqual({ reason: 'INVALID_TICKET' });
});

test.each<[string, Record<string, unknown>, string]>([
  ['no ticket', {}, 'no ticket'],
  ['an empty ticket', { ticket: '' }, 'malformed ticket'],
  ['a repeated ticket', { ticket: ['ST-1-lea', 'ST-2-omar'] }, 'malformed ticket'],
  ['a proxy ticket (CAS 3.0 §2.5)', { ticket: 'PT-1-lea' }, 'malformed ticket'],
  ['C1 a ticket that would add a parameter', { ticket: 'ST-1-lea&service=https://evil.example' }, 'malformed ticket'],
  ['an object', { ticket: { a: 'ST-1-lea' } }, 'malformed ticket'],
])('CAS 3.0 §3.7: %s fails without a call', async (_, query, reason) => {
  const provider = await bridge.activateBefore(twoPeople());
  expect(await comeBack(provider, query)).toEqual({ reason });
  expect(bridge.server.asked).toEqual([]);
  expect(bridge.logged.join()).not.toContain('ST-1-lea');
});

test('RelayState does not log users out', async () => {
  const provider = await bridge.activateBefore(twoPeople());
  expect(await comeBack(provider, { RelayState: 'https://evil.example/' })).toEqual({ reason: 'no ticket' });
});

describe('an SSO without an answer gives an UnavailableError without the ticket', () => {
  test.each<[string, Answering]>([
    ['500', () => ({ status: 500, body: 'ST-1-lea' })],
    ['204', () => ({ status: 204 })],
    ['a page', ({ href }) => ({ body: `<html><body>${href}</body></html>` })],
    ['a redirect', ({ href }) => ({ status: 302, headers: { location: href } })],
    ['a huge body', () => ({ body: 'ST-1-lea'.repeat(100_000) })],
    ['silence', () => undefined],
    ['a broken connection', (_, response) => void response.destroy()],
    ['C7 a DOCTYPE', () => ({ body: `<!DOCTYPE a [<!ENTITY x "lea.martin">]>${success('<cas:user>&x;</cas:user>')}` })],
    ['C8 two users', () => ({ body: success('<cas:user>lea.martin</cas:user><cas:user>omar.benali</cas:user>') })],
  ])('C14 C17: %s', async (_, answer) => {
    const provider = await bridge.activateBefore(answer, { timeout: '300ms' });
    const outcome = await comeBack(provider, { ticket: 'ST-1-lea' });
    const error = 'error' in outcome ? outcome.error : undefined;
    expect(error).toBeInstanceOf(UnavailableError);
    expect([...bridge.logged, inspect(error, { depth: 10, showHidden: true })].join()).not.toContain('ST-1-lea');
  });
});

describe('a password that was to be shown again', () => {
  const answered = (isFromNewLogin: string): Answering => {
    const body = success(`<cas:user>lea</cas:user><cas:attributes>${isFromNewLogin}</cas:attributes>`);
    return () => ({ body });
  };
  /** The options with which each ticket was validated. */
  const renewAsked = (): (string | null)[] =>
    bridge.server.asked.map((address) => new URL(address, bridge.server.origin).searchParams.get('renew'));

  test.each([
    '<cas:isFromNewLogin>false</cas:isFromNewLogin>',
    '<cas:isFromNewLogin>False</cas:isFromNewLogin>',
    '<cas:isFromNewLogin>true</cas:isFromNewLogin><cas:isFromNewLogin>false</cas:isFromNewLogin>',
  ])(
    'CAS 3.0 §2.5.1 renew, §4.1.4: a server that was asked for renew and says that no password was shown is not believed: %s',
    async (said) => {
      const provider = await bridge.activateBefore(answered(said));
      expect(await comeBack(provider, { ticket: 'ST-1-lea' }, 'name', true)).toEqual({
        reason: expect.stringContaining('renew'),
      });
      expect(await comeBack(provider, { ticket: 'ST-1-lea' })).toEqual({
        identity: { source: 'ldap', login: 'lea', ticket: 'ST-1-lea' },
      });
      expect(renewAsked()).toEqual(['true', null]);
    },
  );

  test.each(['<cas:isFromNewLogin>true</cas:isFromNewLogin>', ''])(
    'CAS 3.0 §2.5.1 renew, §4.1.4: otherwise it is: %s',
    async (attribute) => {
      const provider = await bridge.activateBefore(answered(attribute));
      expect(await comeBack(provider, { ticket: 'ST-1-lea' }, 'name', true)).toMatchObject({
        identity: { login: 'lea', fresh: true },
      });
      expect(renewAsked()).toEqual(['true']);
    },
  );
});

test('two requests at once never take each other’s answer, even when passport is handed the strategy itself', async () => {
  const waiting: (() => void)[] = [];
  const answers = twoPeople();
  const provider = await bridge.activateBefore((url, response) => {
    // Both are held until both are there; the first to come is answered last.
    waiting.unshift(() => {
      const canned = answers(url, response);
      if (canned) response.end(canned.body);
    });
    if (waiting.length === 2) waiting.forEach((answer) => answer());
  });
  const [first, second] = await Promise.all([
    comeBack(provider, { ticket: 'ST-1-lea' }, 'object'),
    comeBack(provider, { ticket: 'ST-2-omar' }, 'object'),
  ]);
  expect(first).toMatchObject({ identity: { login: 'lea.martin' } });
  expect(second).toMatchObject({ identity: { login: 'omar.benali' } });
});

describe('match: an attribute that holds the login', () => {
  test('its single value, standard or in a section', async () => {
    const standard = await bridge.activateBefore(twoPeople(), { match: 'uid' });
    expect(await comeBack(standard, { ticket: 'ST-1-lea' })).toMatchObject({ identity: { login: 'lea.martin' } });
    await bridge.server.stop();
    const section = await bridge.activateBefore(() => ({ body: SHAPES.sections(OMAR) }), { match: 'utilisateur.user' });
    expect(await comeBack(section, { ticket: 'ST-2-omar' })).toMatchObject({ identity: { login: 'omar.benali' } });
  });

  test.each(['absent', 'groupe'])('C8 no value, or several: %s', async (match) => {
    const provider = await bridge.activateBefore(twoPeople(), { match });
    expect(await comeBack(provider, { ticket: 'ST-1-lea' })).toEqual({
      reason: `the CAS server does not send exactly one ${match}`,
    });
  });
});

test('C4 the provider gives the host the details of the protocol', async () => {
  const provider = await bridge.activate({ baseUrl: 'https://auth.example.org/cas/' });
  expect(provider.origin).toBe('https://auth.example.org');
  expect(provider.loginUrl('default')).toBe(
    'https://auth.example.org/cas/login?service=https%3A%2F%2Fent.example.org%2Fcas%2Fcallback',
  );
  expect(provider.logoutUrl('https://ent.example.org/')).toBe(
    'https://auth.example.org/cas/logout?service=https%3A%2F%2Fent.example.org%2F',
  );
  expect(provider.readLogout(logoutRequest('ST-1-lea'))).toBe('ST-1-lea');
});

test.each([
  ['http://sso.example.org/cas', 1],
  ['https://sso.example.org/cas', 0],
  ['http://127.0.0.1:8443', 0],
  ['http://[::1]:8443', 0],
])('C13 the log warns of a CAS server that a network lies before in clear text: %s', async (baseUrl, warnings) => {
  await bridge.activate({ baseUrl });
  expect(bridge.logged.filter((line) => line.includes('use https://'))).toHaveLength(warnings);
});

describe('the setting `ca`', () => {
  test('C13: a server is trusted only if the authority signed its certificate', async () => {
    const certificate = ownCertificate('IP:127.0.0.1');
    if (!certificate) return void process.stderr.write('left out: the setting `ca` of cas-bridge needs openssl\n');
    await bridge.start(twoPeople(), certificate);
    const trusting = await bridge.activate({ baseUrl: bridge.server.origin, ca: certificate.cert });
    const other = await bridge.activate({ baseUrl: bridge.server.origin });
    certificate.remove();
    expect(await comeBack(other, { ticket: 'ST-1-lea' })).toEqual({ error: expect.any(UnavailableError) });
    expect(await comeBack(trusting, { ticket: 'ST-1-lea' })).toMatchObject({ identity: { login: 'lea.martin' } });
  });
});

test('title and summary are there in French and in English', () => {
  expect(Object.keys(manifest.locales.en).sort()).toEqual(Object.keys(manifest.locales.fr).sort());
  expect(manifest.locales.fr).toMatchObject({ title: expect.any(String), summary: expect.any(String) });
});

test.each([...FAILURE_CODES])('CAS 3.0 §2.5.3: %s is a refusal, and the log names the code', async (code) => {
  const provider = await bridge.activateBefore(() => ({ body: failure(code, 'ST-1-lea') }));
  expect(await comeBack(provider, { ticket: 'ST-1-lea' })).toEqual({ reason: code });
  expect(bridge.logged.filter((line) => line.includes('failed'))).toEqual([expect.stringContaining(code)]);
  expect(bridge.logged.join()).not.toContain('ST-1-lea');
});
