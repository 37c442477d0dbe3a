// SPDX-License-Identifier: EUPL-1.2
import { ticketId } from './ticket-id.js';

test.each(['TGT', 'ST', 'PT', 'PGT', 'PGTIOU'] as const)(
  '%s: longer than 32 and shorter than 256 characters (CAS 3.0 §3.1.1), letters, digits and hyphens (§3.7), never twice',
  (prefix) => {
    const ids = Array.from({ length: 50 }, () => ticketId(prefix));
    for (const id of ids) expect(id).toMatch(new RegExp(`^${prefix}-[A-Za-z0-9-]{32}$`));
    expect(new Set(ids).size).toBe(50);
  },
);

test('the longest that a client should accept (CAS 3.0 §3.1.1)', () => {
  expect(ticketId('ST', { length: 256 })).toMatch(/^ST-[A-Za-z0-9-]{253}$/);
  expect(ticketId('PT', { length: 256, host: 'cas.example.org' })).toHaveLength(256);
});

test('a host at the end, as Apereo CAS writes it', () => {
  expect(ticketId('ST', { host: 'cas.example.org' })).toMatch(/^ST-1-[A-Za-z0-9-]{32}-cas\.example\.org$/);
});
