// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import type { Entry } from '../entry.js';
import { valueOf } from '../values.js';

/**
 * Makes sure that a key names one person throughout. Exports of several schools may name a teacher twice; two people of one key would be
 * taken for each other, and one would read what concerns the other's child.
 */
export class Identities {
  readonly #names = new Map<string, string>();

  /** @throws InputError */
  check(entry: Entry): void {
    const name = [
      valueOf(entry, 'sn', 'ENTPersonNom') ?? '',
      valueOf(entry, 'givenName', 'ENTPersonPrenom') ?? '',
    ].join(' ');
    const known = this.#names.get(entry.key) ?? name;
    this.#names.set(entry.key, name);
    if (known === name) return;
    throw new InputError(`The identifier ${entry.key} stands for two persons of different names.`, {
      remedy:
        'If the folder holds exports of two academies or two degrees, hand each over under a source of its own ' +
        '(see "sources" in the settings).',
    });
  }
}
