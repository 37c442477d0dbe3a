// SPDX-License-Identifier: EUPL-1.2
import { schoolsOf } from '../state/person-state.js';
import type { Claim } from './contested-keys.js';
import type { IgnoredRecords } from './ignored-records.js';

export class LeftOutEntries {
  readonly #schools = new Map<string, Set<string>>();

  constructor(private readonly ignored: IgnoredRecords) {}

  has(key: string): boolean {
    return this.#schools.has(key);
  }

  isIn(key: string, uai: string): boolean {
    return this.#schools.get(key)?.has(uai) ?? false;
  }

  /** Leaves out a claim beyond `MOST_CLAIMS` for one key or login. */
  addFurther(claim: Claim): void {
    this.#add(claim);
    this.ignored.add('duplicate-key', () => `Too many entries claim the key or the login of "${claim.spelling}".`);
  }

  addOfKey(winner: Claim, loser: Claim): void {
    this.#add(loser);
    this.addDuplicate(winner, loser);
  }

  /** Reports a second entry of the same person in the same school. */
  addDuplicate(winner: Claim, { spelling, entries }: Claim): void {
    this.ignored.add(
      'duplicate-key',
      () =>
        `Two entries share the key "${winner.fields.key}": "${winner.spelling}" in ${schoolsOf(winner.entries).join(', ')} is kept, ` +
        `"${spelling}" in ${schoolsOf(entries).join(', ')} is left out.`,
    );
  }

  addOfLogin(login: string, kept: string, loser: Claim): void {
    this.#add(loser);
    this.ignored.add(
      'duplicate-login',
      () => `Two persons share the login "${login}": "${kept}" is kept, "${loser.spelling}" is left out.`,
    );
  }

  #add({ fields: { key }, entries }: Claim): void {
    const known = this.#schools.get(key) ?? new Set<string>();
    this.#schools.set(key, known);
    for (const uai of schoolsOf(entries)) known.add(uai);
  }
}
