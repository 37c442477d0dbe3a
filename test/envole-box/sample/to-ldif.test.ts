// SPDX-License-Identifier: EUPL-1.2
import { scribeEntries } from './scribe-entries.js';
import { toLdif } from './to-ldif.js';

function decode(ldif: string): string[] {
  const unfolded = ldif.replaceAll('\n ', '').split('\n');
  return unfolded.map((line) =>
    line.replace(/^([^:]+):: (.+)$/, (_, name: string, code: string) => `${name}: ${fromBase64(code)}`),
  );
}

function fromBase64(code: string): string {
  return Buffer.from(code, 'base64').toString();
}

test('plain values stay readable, records are parted by an empty line', () => {
  const ldif = toLdif([
    { dn: 'o=gouv,c=fr', attributes: { o: ['gouv'] } },
    { dn: 'cn=a,o=gouv,c=fr', attributes: { cn: ['a'], memberUid: ['x', 'y'] } },
  ]);
  expect(ldif).toBe('dn: o=gouv,c=fr\no: gouv\n\ndn: cn=a,o=gouv,c=fr\ncn: a\nmemberUid: x\nmemberUid: y\n');
});

test.each([
  ['an accent', 'Noé'],
  ['a leading space', ' a'],
  ['a trailing space', 'a '],
  ['a leading colon', ':a'],
  ['a leading <', '<a'],
  ['a line feed', 'a\nb'],
])('%s is encoded', (_, value) => {
  const ldif = toLdif([{ dn: 'cn=a', attributes: { cn: [value] } }]);
  expect(ldif).toBe(`dn: cn=a\ncn:: ${Buffer.from(value).toString('base64')}\n`);
});

test('a colon or a < inside a value, and an empty value, are plain', () => {
  const ldif = toLdif([{ dn: 'cn=a', attributes: { cn: ['a: b < c'], description: [''] } }]);
  expect(ldif).toContain('\ncn: a: b < c\ndescription:\n');
});

test('the whole sample survives, in lines of at most 76 characters', () => {
  const entries = scribeEntries();
  const ldif = toLdif(entries);
  expect(Math.max(...ldif.split('\n').map((line) => line.length))).toBeLessThanOrEqual(76);
  const values = entries.flatMap(({ dn, attributes }) => [
    `dn: ${dn}`,
    ...Object.entries(attributes).flatMap(([name, list]) => list.map((value) => `${name}: ${value}`)),
  ]);
  expect(decode(ldif).filter((line) => line !== '')).toEqual(values);
});
