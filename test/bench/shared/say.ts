// SPDX-License-Identifier: EUPL-1.2
import { stdout } from 'node:process';

export function say(text: string): void {
  stdout.write(`${text}\n`);
}
