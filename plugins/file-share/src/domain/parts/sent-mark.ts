// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';

/** Identifies the name that a file was sent with, letter for letter, however the name is cleaned or numbered in its folder. */
export function sentMark(sentName: string): string {
  return createHash('sha256').update(sentName).digest('hex');
}
