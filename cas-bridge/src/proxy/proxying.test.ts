// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

import { casServer } from '../protocol/cas-server.js';
import type { TextAnswer } from '../transport/fetch-text.js';
import { proxying } from './proxying.js';

const SERVICE = 'https://mail.example.org/inbox?folder=1&x=é';
const xml = (content: string): string =>
  `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${content}</cas:serviceResponse>`;
const success = (ticket: string): string =>
  `<cas:proxySuccess><cas:proxyTicket>${ticket}</cas:proxyTicket></cas:proxySuccess>`;

let asked: URL[];
function before(text: string, status = 200): ReturnType<typeof proxying> {
  asked = [];
  return proxying(casServer('https://sso.example.org/cas', 'service'), (url) => {
    asked.push(url);
    return Promise.resolve<TextAnswer>({ status, text });
  });
}

test('CAS 3.0 §2.7: a ticket is asked for with the grant and the whole address of the service', async () => {
  expect(await before(xml(success('PT-1-x'))).ticketFor('PGT-1-lea', SERVICE)).toBe('PT-1-x');
  expect(asked.map(({ pathname }) => pathname)).toEqual(['/cas/proxy']);
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({ pgt: 'PGT-1-lea', targetService: SERVICE });
});

test('CAS 3.0 §3.2.1: a ticket of 256 characters is accepted, a longer one is refused', async () => {
  const longest = `PT-${'x'.repeat(253)}`;
  expect(await before(xml(success(longest))).ticketFor('PGT-1-lea', SERVICE)).toBe(longest);
  await expect(before(xml(success(`${longest}x`))).ticketFor('PGT-1-lea', SERVICE)).rejects.toThrow(UnavailableError);
});

test.each<[string, string, number]>([
  [
    'UNAUTHORIZED_SERVICE',
    xml('<cas:proxyFailure code="UNAUTHORIZED_SERVICE">PGT-1-lea is bad</cas:proxyFailure>'),
    200,
  ],
  ['INVALID_REQUEST', xml('<cas:proxyFailure code="INVALID_REQUEST"/>'), 200],
  ['status 200', xml('<cas:proxyFailure code="PGT-1-lea">x</cas:proxyFailure>'), 200],
  ['status 200', xml(success('PT-1') + '<cas:proxyFailure code="INVALID_TICKET"/>'), 200],
  ['status 200', xml(success('ST-1-x')), 200],
  ['status 200', xml(success('PT-1&amp;x')), 200],
  ['status 200', xml('<cas:proxySuccess/>'), 200],
  ['status 200', xml('<cas:authenticationSuccess><cas:user>lea</cas:user></cas:authenticationSuccess>'), 200],
  ['status 200', '<html>Maintenance</html>', 200],
  ['status 500', xml(success('PT-1-x')), 500],
  ['status 404', '', 404],
])('C14 CAS 3.0 §2.7.3: no ticket is told with its reason (%s), and with no secret', async (reason, text, status) => {
  const refused = before(text, status).ticketFor('PGT-1-lea', SERVICE);
  await expect(refused).rejects.toThrow(`no ticket for https://mail.example.org (${reason})`);
  await expect(refused).rejects.toThrow(UnavailableError);
  await expect(refused).rejects.not.toThrow(/PGT-|PT-|inbox/);
});

describe('parameters delivered by the SSO', () => {
  const { readGrant } = before('');

  test('CAS 3.0 §3.3.1, §3.4.1: a grant and its name, of 256 characters each', () => {
    const [pgtIou, pgtId] = [`PGTIOU-${'x'.repeat(249)}`, `PGT-${'x'.repeat(252)}`];
    expect(readGrant({ pgtIou, pgtId, key: 'x' })).toEqual({ id: pgtIou, grant: pgtId });
  });

  test.each<Record<string, unknown>>([
    {},
    { pgtIou: 'PGTIOU-1' },
    { pgtId: 'PGT-1' },
    { pgtIou: '../../x', pgtId: 'PGT-1' },
    { pgtIou: 'PGTIOU-1', pgtId: 'PT-1' },
    { pgtIou: 'PGT-1', pgtId: 'PGTIOU-1' },
    { pgtIou: ['PGTIOU-1', 'PGTIOU-2'], pgtId: 'PGT-1' },
    { pgtIou: { $ne: '' }, pgtId: 'PGT-1' },
    { pgtIou: `PGTIOU-${'x'.repeat(250)}`, pgtId: 'PGT-1' },
    { pgtIou: 'PGTIOU-1', pgtId: `PGT-${'x'.repeat(253)}` },
    { pgtIou: 'PGTIOU-1\n', pgtId: 'PGT-1' },
  ])('C15 CAS 3.0 §2.5.4: %j is none', (query) => {
    expect(readGrant(query)).toBeUndefined();
  });
});
