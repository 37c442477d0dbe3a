// SPDX-License-Identifier: EUPL-1.2

/** Pairs of integers, eight bytes each, to look up by the first: groups of a person, children of a guardian. */
export class IntegerPairs {
  #pairs = new Int32Array(1_024);
  #size = 0;

  add(owner: number, value: number): void {
    if (this.#size === this.#pairs.length) {
      const longer = new Int32Array(2 * this.#pairs.length);
      longer.set(this.#pairs);
      this.#pairs = longer;
    }
    this.#pairs[this.#size] = owner;
    this.#pairs[this.#size + 1] = value;
    this.#size += 2;
  }

  /**
   * Counting sort by owner.
   * @param owners the number of owners; each owner is less than that
   */
  byOwner(owners: number): (owner: number) => Int32Array {
    const starts = new Int32Array(owners + 1);
    for (let at = 0; at < this.#size; at += 2) starts[this.#at(at) + 1] = (starts[this.#at(at) + 1] ?? 0) + 1;
    for (let owner = 0; owner < owners; owner += 1) {
      starts[owner + 1] = (starts[owner + 1] ?? 0) + (starts[owner] ?? 0);
    }
    const next = starts.slice();
    const values = new Int32Array(this.#size / 2);
    for (let at = 0; at < this.#size; at += 2) {
      const place = next[this.#at(at)] ?? 0;
      values[place] = this.#at(at + 1);
      next[this.#at(at)] = place + 1;
    }
    return (owner) => values.subarray(starts[owner], starts[owner + 1]);
  }

  #at(place: number): number {
    return this.#pairs[place] ?? 0;
  }
}
