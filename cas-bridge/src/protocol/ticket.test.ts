// SPDX-License-Identifier: EUPL-1.2
import { isProxyGrantingTicket, isProxyGrantingTicketIou, isProxyTicket, isServiceTicket } from './ticket.js';

test.each(['ST-1', 'ST-1856339-aA5Yuvrxzpv8Tau1cYQ7', 'ST-F4K3T1CK3T', 'ST-12-x.scribe_9', `ST-${'a'.repeat(253)}`])(
  'CAS 3.0 §3.1.1, §3.7: %s may be a service ticket',
  (ticket) => {
    expect(isServiceTicket(ticket)).toBe(true);
  },
);

test.each([
  'ST-',
  'PT-1-x',
  'PGT-1-x',
  'st-1-x',
  '1-x',
  'ST-1 x',
  'ST-1\n',
  'ST-1%26service=x',
  'ST-1&service=x',
  'ST-é',
  `ST-${'a'.repeat(254)}`,
  '',
  undefined,
  ['ST-1', 'ST-2'],
  { toString: () => 'ST-1' },
])('C1 CAS 3.0 §3.7: %p is none', (ticket) => {
  expect(isServiceTicket(ticket)).toBe(false);
});

test.each([
  ['PT', isProxyTicket],
  ['PGT', isProxyGrantingTicket],
  ['PGTIOU', isProxyGrantingTicketIou],
])('CAS 3.0 §3.2.1, §3.3.1, §3.4.1: 256 characters of %s, and of no other kind', (prefix, isTicket) => {
  const longest = `${prefix}-`.padEnd(256, 'x');
  expect([isTicket(longest), isTicket(`${longest}x`), isTicket(`${prefix}-`), isTicket([longest])]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  const others = ['ST', 'PT', 'PGT', 'PGTIOU', 'TGT'].filter((other) => other !== prefix);
  expect(others.filter((other) => isTicket(`${other}-1-x`))).toEqual([]);
});
