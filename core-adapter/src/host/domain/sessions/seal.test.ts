// SPDX-License-Identifier: EUPL-1.2
import { sealWith } from './seal.js';

const { seal, open, deriveKey } = sealWith('a secret that only tests know, 32+ characters');

test.each(['PGT-1-x', '', 'é€😀', 'x'.repeat(256)])('open returns the sealed text: %j', (text) => {
  expect(open(seal(text))).toBe(text);
});

test('the same text is sealed differently each time, and is not legible', () => {
  const sealed = [seal('PGT-1-x'), seal('PGT-1-x')];
  expect(new Set(sealed).size).toBe(2);
  expect(sealed.map((one) => Buffer.from(one, 'base64url').toString('latin1')).join()).not.toContain('PGT');
});

test('CAS 3.0 §3.3.1: the longest ticket that a client accepts fits its column once sealed', () => {
  expect(seal('x'.repeat(256)).length).toBeLessThanOrEqual(600);
});

test('a derived key is the same each time, and another one for another purpose or secret', () => {
  const keys = [
    deriveKey('device 1'),
    deriveKey('device 2'),
    sealWith('another secret that only tests know, 32+').deriveKey('device 1'),
  ];
  expect(new Set([...keys, deriveKey('device 1')]).size).toBe(3);
  expect(keys.map((key) => Buffer.from(key, 'base64').length)).toEqual([32, 32, 32]);
});

test('another secret, an altered text or a truncated text opens nothing', () => {
  const sealed = seal('PGT-1-x');
  expect(sealWith('another secret that only tests know, 32+').open(sealed)).toBeUndefined();
  for (let at = 0; at < sealed.length - 1; at += 1) {
    const other = sealed[at] === 'A' ? 'B' : 'A';
    expect(open(sealed.slice(0, at) + other + sealed.slice(at + 1))).toBeUndefined();
    expect(open(sealed.slice(0, at))).toBeUndefined();
  }
  expect(open('nonsense, and not even base64')).toBeUndefined();
});
