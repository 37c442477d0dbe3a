// SPDX-License-Identifier: EUPL-1.2
import type { ServerResponse } from 'node:http';

import { BridgeForTests, comeBack, twoPeople } from '../testing/bridge-for-tests.js';
import type { Answering } from '../testing/canned-server.js';
import { ownCertificate, type OwnCertificate } from '../testing/own-certificate.js';
import { failure } from '../testing/sample-answers.js';

const certificate = ownCertificate('IP:127.0.0.1');
if (certificate) describe('logins on kept connections', () => describeLogins(certificate));
else {
  test.todo('kept connections need openssl');
  process.stderr.write('left out: TLS of cas-bridge needs openssl; sudo test/services/install.sh\n');
}

function describeLogins({ cert, key, remove }: OwnCertificate): void {
  const bridge = new BridgeForTests();
  const seen = new WeakSet<object>();
  afterEach(() => bridge.stop());
  afterAll(remove);

  const isKept = ({ socket }: ServerResponse): boolean => {
    if (!socket) return false;
    const before = seen.has(socket);
    seen.add(socket);
    return before;
  };

  test('a ticket that the SSO did not read before it closed a kept connection logs in', async () => {
    const people = twoPeople();
    const answer: Answering = (url, response) => (isKept(response) ? void response.destroy() : people(url, response));
    const { origin } = await bridge.start(answer, { cert, key });
    const provider = await bridge.activate({ baseUrl: origin, ca: cert });
    for (const [ticket, login] of [
      ['ST-1-lea', 'lea.martin'],
      ['ST-2-omar', 'omar.benali'],
    ]) {
      expect(await comeBack(provider, { ticket })).toMatchObject({ identity: { login } });
    }
    expect(bridge.server.asked.filter((path) => path.includes('omar'))).toHaveLength(2);
  });

  test('C9: a ticket that the SSO had read is refused when it is shown once more', async () => {
    const people = twoPeople();
    const answer: Answering = (url, response) => {
      const first = people(url, response);
      return isKept(response) ? void response.destroy() : first;
    };
    const { origin } = await bridge.start(answer, { cert, key });
    const provider = await bridge.activate({ baseUrl: origin, ca: cert });
    await comeBack(provider, { ticket: 'ST-1-lea' });
    expect(await comeBack(provider, { ticket: 'ST-2-omar' })).toEqual({ reason: 'INVALID_TICKET' });
  });

  test('C17: a ticket that is shown once more is one call, for the limits and for the count of failures', async () => {
    let count = 0;
    const answer: Answering = (_, response) =>
      (count += 1) === 1 ? { body: failure('INVALID_TICKET') } : void response.destroy();
    const { origin } = await bridge.start(answer, { cert, key });
    const provider = await bridge.activate({ baseUrl: origin, ca: cert });
    for (let ticket = 1; ticket <= 5; ticket += 1) await comeBack(provider, { ticket: `ST-${ticket}-x` });
    // One answer, a ticket that was shown twice, and three on new connections.
    expect(bridge.server.asked).toHaveLength(6);
    expect(() => provider.loginUrl('default')).not.toThrow();
    await comeBack(provider, { ticket: 'ST-6-x' });
    expect(() => provider.loginUrl('default')).toThrow(/has not answered 5 times in a row/);
  });
}
