// SPDX-License-Identifier: EUPL-1.2

/** A short summary of a set of entries, whatever their order: their number, and the sum of the hashes of their names. */
export class EntrySum {
  #count = 0;
  #one = 0;
  #other = 0;

  add(dn: string): void {
    this.#count += 1;
    this.#one = (this.#one + hashOf(dn, 0x811c9dc5)) >>> 0;
    this.#other = (this.#other + hashOf(dn, 0x01234567)) >>> 0;
  }

  toString(): string {
    return [this.#count, this.#one, this.#other].map((part) => part.toString(36)).join('.');
  }
}

/** FNV-1a with 32 bits; each seed gives another hash. */
function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
