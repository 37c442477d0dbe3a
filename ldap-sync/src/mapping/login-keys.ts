// SPDX-License-Identifier: EUPL-1.2
import type { Keys } from './mapped-entry.js';
import { fold } from './values.js';

/** Groups and families name people by login; the host knows them by key. Remembers only what the login does not tell by itself. */
export class LoginKeys implements Keys {
  readonly attribute: string;
  readonly loginIsKey: boolean;
  readonly #byLogin = new Map<string, string>();

  /** @param attribute holds the key, @param login the login: they may be the same */
  constructor(attribute: string, login: string) {
    this.attribute = attribute;
    this.loginIsKey = fold(attribute) === fold(login);
  }

  remember(login: string, key: string): void {
    if (!this.loginIsKey) this.#byLogin.set(login, key);
  }

  of(login: string): string {
    if (this.loginIsKey) return login;
    // The bare login is not used: somebody's key might look like it.
    return this.#byLogin.get(login) ?? `uid=${login}`;
  }
}
