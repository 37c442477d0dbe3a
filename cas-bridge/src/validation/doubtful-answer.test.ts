// SPDX-License-Identifier: EUPL-1.2
import { readServiceResponse } from './service-response.js';
import { BridgeForTests, comeBack } from '../testing/bridge-for-tests.js';
import { success } from '../testing/sample-answers.js';

const bridge = new BridgeForTests();
afterEach(() => bridge.stop());

const HIDING = success(
  `<cas:user>lea</cas:user>
   <cas:attributes><cas:uid>omar</cas:uid><!-- <cas:isFromNewLogin>false</cas:isFromNewLogin> --></cas:attributes>`,
);

test('C8: of an answer that may hide values no attribute is the login, and the log says why', async () => {
  const provider = await bridge.activateBefore(() => ({ body: HIDING }), { match: 'uid' });
  expect(await comeBack(provider, { ticket: 'ST-1-lea' })).toEqual({
    reason: expect.stringContaining('may contain injected markup'),
  });
  expect(bridge.logged.join()).toContain('may contain injected markup');
});

test('C8 CAS 3.0 §2.5.1 renew: a doubtful answer does not prove a new login; the user can still log in', async () => {
  const provider = await bridge.activateBefore(() => ({ body: HIDING }));
  expect(await comeBack(provider, { ticket: 'ST-1-lea' }, 'name', true)).toEqual({
    reason: expect.stringContaining('may contain injected markup'),
  });
  expect(await comeBack(provider, { ticket: 'ST-1-lea' })).toEqual({
    identity: { source: 'ldap', login: 'lea', ticket: 'ST-1-lea' },
  });
});

test.each(['\u00a0admin', 'admin\u3000', '\u2028admin\ufeff'])(
  'C8: a name with odd spaces around it is not trimmed, but refused: %j',
  (user) => {
    expect(readServiceResponse(success(`<cas:user>${user}</cas:user>`))).toBeUndefined();
    const inJson = { serviceResponse: { authenticationSuccess: { user } } };
    expect(readServiceResponse(JSON.stringify(inJson))).toBeUndefined();
  },
);
