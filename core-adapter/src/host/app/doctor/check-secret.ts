// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../../../api/check.js';
import { bad, good } from './findings.js';

/** What people write who mean to come back to it. */
const PLACEHOLDER =
  /change.?me|secret|password|passwd|motdepasse|example|exemple|volee|volée|0123456789|abcdef0|azerty|qwerty/i;

/** 20 hexadecimal digits that are drawn hold 80 bits; a text has fewer in as many characters. */
const LEAST_BITS = 80;

/** Whether the secret that signs the cookies could be guessed: who has it comes in as anybody. */
export function checkSecret(secret: string): Finding {
  if (!PLACEHOLDER.test(secret) && bitsIn(secret) >= LEAST_BITS)
    return good('The secret that signs the cookies looks drawn by lot.');
  return bad(
    'session.secret could be guessed, and who has it comes in as anybody.',
    'Draw one by "openssl rand -hex 32", keep it in a file of its own, and write session.secret: file:/path. Everybody logs in anew.',
  );
}

/** Shannon's entropy by character, times the characters: a generous estimate for what repeats, and none for words. */
function bitsIn(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  const length = [...text].length;
  return [...counts.values()].reduce((bits, count) => bits - count * Math.log2(count / length), 0);
}
