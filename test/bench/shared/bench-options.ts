// SPDX-License-Identifier: EUPL-1.2
import { parseArgs } from 'node:util';

/** Reads the options of a bench. @param defaults the value of each option that is not given */
export function benchOptions<Name extends string>(
  words: readonly string[],
  defaults: Readonly<Record<Name, string>>,
): Record<Name, string> {
  const names = Object.entries<string>(defaults);
  const options = Object.fromEntries(names.map(([name, value]) => [name, { type: 'string', default: value } as const]));
  return parseArgs({ args: [...words], options }).values as Record<Name, string>;
}

/** `--cpu-prof FOLDER` of a bench as options of Node.js: the server writes a CPU profile into that folder when it stops. */
export function profileIn(folder: string): string[] {
  return folder === '' ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}

/** @throws Error when `--only` names no part */
export function refuseUnknownPart(only: string, names: readonly string[]): void {
  if (only !== '' && !names.includes(only)) {
    throw new Error(`There is no part "${only}"; name one of ${names.join(', ')}.`);
  }
}
