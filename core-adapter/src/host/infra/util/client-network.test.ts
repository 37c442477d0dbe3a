// SPDX-License-Identifier: EUPL-1.2
import { clientNetwork } from './client-network.js';

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:201', '192.0.2.1'],
  ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['fe80::1%eth0', 'fe80::/64'],
  ['::1', '::/64'],
])('C17: %s counts for %s', (ip, network) => {
  expect(clientNetwork({ ip })).toBe(network);
});

test.each([undefined, '', 'unknown', '192.0.2.1:4711', '_hidden'])(
  'C17: unreadable addresses, such as %s, share one limit',
  (ip) => {
    expect(clientNetwork({ ip })).toBe('unreadable');
  },
);
