// SPDX-License-Identifier: EUPL-1.2
import { casServer } from './cas-server.js';

const SERVICE = 'https://ent.example.org:3000/cas/callback?a=1&b=é#c';

test('C1 CAS 3.0 §2.5.1 service: service and ticket are encoded, and come out as they were', () => {
  const server = casServer('https://auth.example.org/cas', 'service');
  const ticket = 'ST-x&service=https://evil.example/';

  const url = server.validateUrl('/serviceValidate', { service: SERVICE, ticket });
  expect([...url.searchParams]).toEqual([
    ['service', SERVICE],
    ['ticket', ticket],
  ]);
  expect(url.pathname).toBe('/cas/serviceValidate');
  expect(url.href).toContain('ticket=ST-x%26service%3Dhttps%3A%2F%2Fevil.example%2F');
});

test('CAS 3.0 §2.1: the login address', () => {
  expect(casServer('https://scribe.example.org:8443', 'url').loginUrl('https://ent.example.org/cas/callback')).toBe(
    'https://scribe.example.org:8443/login?service=https%3A%2F%2Fent.example.org%2Fcas%2Fcallback',
  );
});

test.each([SERVICE, 'https://ent.example.org/cas/callback?to=a%20b&c=%26', 'http://[::1]:8080/é/?ticket=ST-1+2#ü'])(
  'CAS 3.0 §2.1.1 service: %s is one parameter at the login, to the byte',
  (service) => {
    const url = new URL(casServer('https://auth.example.org/cas', 'service').loginUrl(service));
    expect([...url.searchParams]).toEqual([['service', service]]);
    expect(url.hash).toBe('');
  },
);

test('CAS 3.0 §2.3.1: the logout address says `service`; EoleSSO wants `url`', () => {
  const back = 'https://ent.example.org/';
  expect(casServer('https://auth.example.org/cas', 'service').logoutUrl(back)).toBe(
    'https://auth.example.org/cas/logout?service=https%3A%2F%2Fent.example.org%2F',
  );
  expect(casServer('https://scribe.example.org:8443', 'url').logoutUrl(back)).toBe(
    'https://scribe.example.org:8443/logout?url=https%3A%2F%2Fent.example.org%2F',
  );
});

test('the origin, for the Content-Security-Policy, has no path', () => {
  expect(casServer('https://auth.example.org/cas', 'service').origin).toBe('https://auth.example.org');
});
