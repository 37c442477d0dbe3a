// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import { bad, good } from './findings.js';

/** Placeholders that people write and mean to replace later. */
const PLACEHOLDER =
  /change.?me|secret|password|passwd|motdepasse|example|exemple|volee|volée|0123456789|abcdef0|azerty|qwerty/i;

/** 20 random hexadecimal digits hold 80 bits; a text of the same length holds fewer. */
const LEAST_BITS = 80;

/** Checks that the secret that signs the cookies cannot be guessed: with it, anyone can forge a session of any user. */
export function checkSecret(secret: string): Finding {
  if (!PLACEHOLDER.test(secret) && bitsIn(secret) >= LEAST_BITS)
    return good('The secret that signs the cookies looks random.');
  return bad(
    'session.secret can be guessed; with it, anybody could log in as any person.',
    'Generate one with "openssl rand -hex 32", store it in a file, and write session.secret: file:/path. All users must log in again.',
  );
}

/** Shannon's entropy by character, times the characters: overestimates repetitions, and does not know words. */
function bitsIn(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const length = [...text].length;
  return [...counts.values()].reduce((bits, count) => bits - count * Math.log2(count / length), 0);
}
