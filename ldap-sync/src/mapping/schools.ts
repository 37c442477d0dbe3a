// SPDX-License-Identifier: EUPL-1.2
import { above, parseDn } from '../ldap/distinguished-name.js';
import { isDn, pathOf } from './references.js';
import { uaiIn } from './school.js';
import { fold } from './values.js';

export interface NamedSchool {
  readonly uai: string;
  readonly dn: string;
  /** Other numbers: a key of the ministry's files, a SIREN. */
  readonly keys: readonly string[];
}

/** Size of the cache; entries name few schools, unless their values are wrong. */
const MOST_KNOWN = 10_000;

/** Finds the school named by a value: a DN, a UAI or a key, depending on the directory (docs/explications/annuaires-envole.md). */
export class Schools {
  readonly #byName = new Map<string, string>();
  readonly #byPath = new Map<string, string>();
  readonly #known = new Map<string, string | undefined>();

  constructor(schools: readonly NamedSchool[]) {
    for (const { uai, dn, keys } of schools) {
      for (const name of [uai, ...keys]) this.#byName.set(fold(name), uai);
      this.#byPath.set(pathOf(parseDn(dn) ?? []), uai);
    }
  }

  /** The UAI of the named school; undefined when the value names no known school. */
  named(reference: string): string | undefined {
    if (!isDn(reference)) return this.#byName.get(fold(reference));
    return this.#remembered(reference, () => {
      const names = parseDn(reference) ?? [];
      // A DN of another branch or server may still contain the UAI or key.
      const own = [...(names[0]?.values() ?? [])].map((value) => this.#byName.get(fold(uaiIn(value) ?? value)));
      return this.#byPath.get(pathOf(names)) ?? own.find((uai) => uai !== undefined);
    });
  }

  above(dn: string): string | undefined {
    const branch = above(dn);
    return this.#remembered(`above ${branch}`, () => {
      const names = parseDn(branch) ?? [];
      for (let depth = 0; depth < names.length; depth += 1) {
        const uai = this.#byPath.get(pathOf(names.slice(depth)));
        if (uai !== undefined) return uai;
      }
      return undefined;
    });
  }

  /** Cached, because there are many people and few branches and schools. */
  #remembered(text: string, find: () => string | undefined): string | undefined {
    if (this.#known.has(text)) return this.#known.get(text);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const found = find();
    this.#known.set(text, found);
    return found;
  }
}
