// SPDX-License-Identifier: EUPL-1.2
import { parseDn } from './distinguished-name.js';

function values(dn: string): [string, string][][] | undefined {
  return parseDn(dn)?.map((name) => [...name]);
}

test('the components of a DN, the most specific first, with types in lower case', () => {
  expect(values('UID=Lea.Martin,ou=local, o=gouv ,c=fr')).toEqual([
    [['uid', 'Lea.Martin']],
    [['ou', 'local']],
    [['o', 'gouv']],
    [['c', 'fr']],
  ]);
});

test.each([
  ['a comma', 'cn=Martin\\, Léa', 'Martin, Léa'],
  ['a comma as two digits', 'cn=Martin\\2C L\\C3\\A9a', 'Martin, Léa'],
  ['a plus sign before a digit', 'cn=A\\+1', 'A+1'],
  ['a backslash', 'cn=a\\\\', 'a\\'],
  ['a backslash before what looks like two digits', 'cn=a\\\\2C', 'a\\2C'],
  ['quotes', 'cn=\\"CM2\\" A', '"CM2" A'],
  ['spaces that belong to the value', 'cn=\\ a b\\ ', ' a b '],
  ['spaces that do not', 'cn =  a b  ', 'a b'],
  ['an equals sign', 'cn=a=b', 'a=b'],
  ['characters of four bytes', 'cn=\\F0\\9F\\90\\A6 🐦', '🐦 🐦'],
  ['nothing', 'cn=', ''],
])('L2: %s', (_, dn, value) => {
  expect(values(`${dn},o=gouv`)).toEqual([[['cn', value]], [['o', 'gouv']]]);
});

test('L2: an escaped name stays one component: a name cannot move its person to another branch', () => {
  expect(values('uid=x\\,uid\\=lea.martin,ou=eleves')).toEqual([[['uid', 'x,uid=lea.martin']], [['ou', 'eleves']]]);
});

test('several types in one component', () => {
  expect(values('uid=lea+cn=Léa,o=gouv')?.[0]).toEqual([
    ['uid', 'lea'],
    ['cn', 'Léa'],
  ]);
});

test('numbers may stand for types, and the root has no component', () => {
  expect(values('0.9.2342.19200300.100.1.1=lea')).toEqual([[['0.9.2342.19200300.100.1.1', 'lea']]]);
  expect(values('')).toEqual([]);
});

test.each([
  'lea.martin',
  'uid=lea,',
  ',uid=lea',
  'uid=lea,,o=gouv',
  '=lea',
  'u id=lea',
  'uid=lea\\',
  'uid=\\zz',
  'é=lea',
])('L2: "%s" is no DN', (text) => {
  expect(parseDn(text)).toBeUndefined();
});
