// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

import { settingsSchema } from './settings.js';

const SCRIBE = 'https://scribe.example.org:8443';

function problems(written: object): string[] {
  const { error } = settingsSchema.safeParse(written);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

test('the address is enough; the rest has defaults', () => {
  expect(settingsSchema.parse({ baseUrl: SCRIBE })).toEqual({
    baseUrl: SCRIBE,
    flavour: 'auto',
    source: 'ldap',
    match: 'user',
    timeout: 5_000,
    format: 'xml',
    renew: true,
    ticketBy: 'get',
    proxies: [],
    proxyTickets: false,
    parallel: 20,
    waiting: 200,
    logoutParameter: 'service',
  });
});

test('EoleSSO has no path, LemonLDAP::NG has one; a slash at the end changes nothing', () => {
  expect(settingsSchema.parse({ baseUrl: `${SCRIBE}/` }).baseUrl).toBe(SCRIBE);
  expect(settingsSchema.parse({ baseUrl: 'https://auth.example.org/cas/' }).baseUrl).toBe(
    'https://auth.example.org/cas',
  );
});

test.each([
  'scribe.example.org',
  'ldap://scribe.example.org',
  `${SCRIBE}/?a=b`,
  `${SCRIBE}/#a`,
  'https://a:b@scribe.example.org',
])('an address that cannot be meant: %s', (baseUrl) => {
  expect(problems({ baseUrl })).toEqual([expect.stringMatching(/^baseUrl: write /)]);
});

test.each([
  ['800ms', 800],
  ['2s', 2_000],
  ['5 s', 5_000],
  ['1min', 60_000],
])('a time limit written as %s', (timeout, milliseconds) => {
  expect(settingsSchema.parse({ baseUrl: SCRIBE, timeout }).timeout).toBe(milliseconds);
});

test.each(['soon', '5', '5h', '-1s', 0, '2min', '99ms'])('a time limit that cannot be meant: %s', (timeout) => {
  expect(problems({ baseUrl: SCRIBE, timeout })).toEqual([expect.stringMatching(/^timeout: write a /)]);
});

test('C13 the file of an authority must hold a certificate', () => {
  expect(problems({ baseUrl: SCRIBE, ca: 'not one' })).toEqual(['ca: the file holds no certificate in PEM form']);
});

test('C13 no key disables certificates, and unknown keys are refused', () => {
  expect(problems({ baseUrl: SCRIBE, rejectUnauthorized: false })).toHaveLength(1);
});

test('CAS 3.0 §2.4: CAS 1.0 has no attribute to match', () => {
  expect(problems({ baseUrl: SCRIBE, flavour: 'cas1', match: 'uid' })).toEqual([expect.stringMatching(/^match: /)]);
});

test.each(['^https://mail\\.example\\.org/)|(?:x', '^(https://mail\\.example\\.org/', '^[a'])(
  'C16 %s is not a regular expression, even with the added anchors',
  (pattern) => {
    expect(problems({ baseUrl: SCRIBE, proxies: [pattern] })).toHaveLength(1);
  },
);

test('C16 a pattern must fit the whole address, whichever of its branches', () => {
  const { proxies } = settingsSchema.parse({
    baseUrl: SCRIBE,
    proxies: ['^https://a\\.example/|https://b\\.example/'],
  });
  const [[pattern] = []] = proxies;
  const fits = (address: string): boolean => pattern instanceof RegExp && pattern.test(address);
  expect(['https://a.example/', 'https://b.example/', 'https://a.example/x', 'x https://b.example/'].map(fits)).toEqual(
    [true, true, false, false],
  );
});

test('every key is described', () => {
  const { properties } = z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' });
  for (const [key, value] of Object.entries(properties ?? {})) {
    expect([key, typeof value === 'object' && value.description]).toEqual([key, expect.stringMatching(/^[A-Z].*\.$/)]);
  }
});
