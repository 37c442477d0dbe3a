// SPDX-License-Identifier: EUPL-1.2

/** Logins that differ from the key of their person, by the person's number. */
export class HeldLogins {
  readonly #holders = new Map<string, number>();
  readonly #logins = new Map<number, string>();

  hold(person: number, login: string): void {
    this.#holders.set(login, person);
    this.#logins.set(person, login);
  }

  release(person: number): void {
    const login = this.#logins.get(person);
    if (login !== undefined) this.#holders.delete(login);
    this.#logins.delete(person);
  }

  /** @param named the person with this text as key */
  holderOf(login: string, named: number | undefined): number | undefined {
    return this.#holders.get(login) ?? (named !== undefined && !this.#logins.has(named) ? named : undefined);
  }
}
