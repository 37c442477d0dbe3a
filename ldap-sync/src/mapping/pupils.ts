// SPDX-License-Identifier: EUPL-1.2
import { parseDn } from '../ldap/distinguished-name.js';
import type { Keys } from './mapped-entry.js';
import { isDn, loginInDn, pathOf } from './references.js';
import { fold } from './values.js';

/** A pupil named in a guardian's entry. */
export interface NamedPupil {
  readonly key: string;
  /** Undefined when the directory does not have the pupil; the host counts such children. */
  readonly uai: string | undefined;
}

/** Finds pupils by the references that guardians use. Stores little where logins are keys. */
export class Pupils {
  readonly #login: string;
  readonly #schoolByKey = new Map<string, string | undefined>();
  /** Only pupils with a DN that does not contain the login. */
  readonly #keyByPath = new Map<string, string>();

  /** @param login the attribute of the login */
  constructor(login: string) {
    this.#login = login;
  }

  remember(dn: string, login: string, key: string, uai: string | undefined): void {
    this.#schoolByKey.set(key, uai);
    if (loginInDn(dn, this.#login) !== login) this.#keyByPath.set(pathOf(parseDn(dn) ?? []), key);
  }

  /** The pupil with this DN, key or login; undefined when the DN is not one of a known pupil. */
  find(reference: string, keys: Keys): NamedPupil | undefined {
    const key = this.#keyOf(reference, keys);
    return key === undefined ? undefined : { key, uai: this.#schoolByKey.get(key) };
  }

  #keyOf(reference: string, keys: Keys): string | undefined {
    if (!isDn(reference)) return this.#schoolByKey.has(reference) ? reference : keys.of(fold(reference));
    const login = loginInDn(reference, this.#login);
    return this.#keyByPath.get(pathOf(parseDn(reference) ?? [])) ?? (login === undefined ? undefined : keys.of(login));
  }
}
