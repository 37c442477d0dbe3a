// SPDX-License-Identifier: EUPL-1.2
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Lines in a block: some 60 kB of text. What V8 keeps in one piece beyond 128 kB, it is slow to let go of. */
export const BLOCK = 512;

/** Lines of text in the order in which they came, kept deflated: the records of a region take a tenth of their memory. */
export class PackedLines {
  readonly #blocks: Buffer[] = [];
  #open: string[] = [];

  /** A line has no line feed; JSON has none. */
  add(line: string): void {
    this.#open.push(line);
    if (this.#open.length < BLOCK) return;
    this.#blocks.push(deflateRawSync(this.#open.join('\n'), { level: 1 }));
    this.#open = [];
  }

  /** The lines, a block of `BLOCK` at a time; the last is shorter. */
  *blocks(): Generator<readonly string[]> {
    for (const block of this.#blocks) yield inflateRawSync(block).toString('utf8').split('\n');
    if (this.#open.length > 0) yield this.#open;
  }
}
