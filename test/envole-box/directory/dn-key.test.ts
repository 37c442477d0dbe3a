// SPDX-License-Identifier: EUPL-1.2
import { dnKey, isBelow, parentKey } from './dn-key.js';

test.each([
  ['case', 'UID=Noe.Vernier,O=gouv,C=fr'],
  ['spaces', ' uid = noe.vernier , o=gouv,  c=fr '],
  ['hexadecimal escapes', 'uid=noe\\2evernier,o=gouv,c=fr'],
])('%s does not count', (_, dn) => {
  expect(dnKey(dn)).toBe(dnKey('uid=noe.vernier,o=gouv,c=fr'));
});

test('an accent is the same letter escaped or not', () => {
  expect(dnKey('cn=\\c3\\89t\\c3\\a9')).toBe(dnKey('cn=été'));
});

test('an escaped comma parts nothing (L2)', () => {
  const key = dnKey('cn=Journal\\, radio,ou=groupes,o=gouv,c=fr');
  expect(parentKey(key)).toBe(dnKey('ou=groupes,o=gouv,c=fr'));
  expect(key).toBe(dnKey('cn=Journal\\2c radio,ou=groupes,o=gouv,c=fr'));
  expect(key).not.toBe(dnKey('cn=Journal,radio,ou=groupes,o=gouv,c=fr'));
});

test('below is a matter of whole names', () => {
  expect(isBelow(dnKey('uid=a,ou=b,o=c'), dnKey('o=c'))).toBe(true);
  expect(isBelow(dnKey('ou=bo=c'), dnKey('o=c'))).toBe(false);
  expect(isBelow(dnKey('o=c'), dnKey('o=c'))).toBe(false);
});
