// SPDX-License-Identifier: EUPL-1.2
import { readJsonResponse } from './json-response.js';
import { readServiceResponse } from './service-response.js';

const answer = (content: object): string => JSON.stringify({ serviceResponse: content });
const success = (content: object): string => answer({ authenticationSuccess: content });

describe('JSON', () => {
  test.each([
    ['lea.martin', ['3A', 'OTHER']],
    ['omar.benali', ['6B']],
  ])('CAS 3.0 §2.5.1 format: %s with attributes, be they one value, several, numbers or nothing', (user, Divcod) => {
    const attributes = { mail: `${user}@example.org`, Divcod, isFromNewLogin: true, employeeNumber: 1245, sn: null };
    expect(readJsonResponse(success({ user, attributes }))).toEqual({
      accepted: true,
      user,
      attributes: new Map([
        ['mail', [`${user}@example.org`]],
        ['Divcod', Divcod],
        ['isFromNewLogin', ['true']],
        ['employeeNumber', ['1245']],
      ]),
      proxies: [],
      pgtIou: undefined,
    });
  });

  test('CAS 3.0 §2.6.2: the chain in its order, and the name of the grant', () => {
    const proxies = ['https://mail.example.org/pgt', 'https://portal.example.org/pgt'];
    expect(readJsonResponse(success({ user: 'lea', proxies, proxyGrantingTicket: 'PGTIOU-1' }))).toMatchObject({
      proxies,
      pgtIou: 'PGTIOU-1',
    });
  });

  test('CAS 3.0 §2.5.3: a failure is read as its code only', () => {
    const failure = (code: unknown): string =>
      answer({ authenticationFailure: { code, description: 'Ticket ST-1-lea not recognized' } });
    expect(readJsonResponse(failure('INVALID_TICKET'))).toEqual({ accepted: false, code: 'INVALID_TICKET' });
    for (const code of ['ST-1-lea', 7, null, undefined, 'x'.repeat(99)])
      expect(readJsonResponse(failure(code))).toEqual({ accepted: false, code: 'UNKNOWN_CODE' });
  });

  test('C8: an odd attribute is ignored without refusing the login', () => {
    const attributes = { mail: { of: 'lea' }, phone: [null, '0102', { home: 1 }, ['03']], cn: [null], uid: 'lea' };
    expect(readJsonResponse(success({ user: 'lea', attributes }))).toMatchObject({
      user: 'lea',
      attributes: new Map([
        ['phone', ['0102']],
        ['uid', ['lea']],
      ]),
    });
    for (const none of [[], null, 'none']) {
      expect(readJsonResponse(success({ user: 'omar', attributes: none }))).toMatchObject({
        user: 'omar',
        attributes: new Map(),
      });
    }
  });

  test('CAS 3.0 §2.5.2: a null success or failure is ignored', () => {
    const authenticationSuccess = { user: 'omar' };
    const authenticationFailure = { code: 'INVALID_TICKET' };
    expect(readJsonResponse(answer({ authenticationSuccess, authenticationFailure: null }))).toMatchObject({
      user: 'omar',
    });
    expect(readJsonResponse(answer({ authenticationSuccess: null, authenticationFailure }))).toEqual({
      accepted: false,
      code: 'INVALID_TICKET',
    });
  });

  test('a byte order mark before it is no hindrance', () => {
    expect(readServiceResponse(`\ufeff${success({ user: 'lea' })}`)).toMatchObject({ user: 'lea' });
  });

  test.each([
    success({ user: '' }),
    success({ user: ' ' }),
    success({ user: null }),
    success({ attributes: { user: 'lea' } }),
  ])('C8: %s is a success that names nobody', (text) => {
    expect(readJsonResponse(text)).toBe('nobody');
  });

  test.each([
    success({ user: 'lea\nomar' }),
    success({ user: ['lea'] }),
    success({ user: { uid: 'lea' } }),
    success({ user: 'lea', proxies: 'https://mail.example.org/pgt' }),
    success({ user: 'lea', proxies: [7] }),
    answer({ authenticationSuccess: { user: 'lea' }, authenticationFailure: { code: 'INVALID_TICKET' } }),
    answer({ authenticationSuccess: null, authenticationFailure: null }),
    answer({}),
    '{"authenticationSuccess":{"user":"lea"}}',
    '{"serviceResponse":{"authenticationSuccess":{"user":"lea","user":"omar"}}}',
    '{"serviceResponse":{"authenticationSuccess":{"user":"lea"},"authenticationSuccess":{"user":"omar"}}}',
    '{"serviceResponse":[]}',
    '[]',
    'null',
    '',
  ])('C8: nobody comes in by %s', (text) => {
    expect(readJsonResponse(text)).toBeUndefined();
  });
});
