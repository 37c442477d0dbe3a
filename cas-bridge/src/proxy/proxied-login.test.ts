// SPDX-License-Identifier: EUPL-1.2
import { BridgeForTests, comeBack } from '../testing/bridge-for-tests.js';
import { success } from '../testing/sample-answers.js';

const MAIL = 'https://mail.example.org/pgt';
const bridge = new BridgeForTests();
afterEach(() => bridge.stop());

function before(said: string) {
  const body = success(
    `<cas:user>lea.martin</cas:user><cas:attributes><cas:isFromNewLogin>${said}</cas:isFromNewLogin></cas:attributes>
     <cas:proxies><cas:proxy>${MAIL}</cas:proxy></cas:proxies>`,
  );
  return bridge.activateBefore(() => ({ body }), { proxies: [[MAIL]] });
}

test('C16: a proxy ticket never counts as a new login, even with isFromNewLogin (CAS 3.0 §4.1.4)', async () => {
  const provider = await before('true');
  expect(await comeBack(provider, { ticket: 'PT-1-lea' })).toEqual({
    identity: { source: 'ldap', login: 'lea.martin', ticket: 'PT-1-lea' },
  });
});

test('C16 CAS 3.0 §2.5.1 renew: when renew is required, a proxy ticket is refused without a validation', async () => {
  const provider = await before('true');
  expect(await comeBack(provider, { ticket: 'PT-1-lea' }, 'name', true)).toEqual({
    reason: 'a proxy ticket, although renew requires a password',
  });
  expect(bridge.server.asked.filter((path) => path.includes('PT-1-lea'))).toEqual([]);
});
