// SPDX-License-Identifier: EUPL-1.2
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Lines in a block, some 60 kB of text. V8 is slow to free strings beyond 128 kB. */
export const BLOCK = 512;

/** Lines of text in their original order, deflated: the records of a region take a tenth of their memory. */
export class PackedLines {
  readonly #blocks: Buffer[] = [];
  #open: string[] = [];

  /** A line must not contain a line feed; JSON has none. */
  add(line: string): void {
    this.#open.push(line);
    if (this.#open.length < BLOCK) return;
    this.#blocks.push(deflateRawSync(this.#open.join('\n'), { level: 1 }));
    this.#open = [];
  }

  /** Yields the lines in blocks of `BLOCK`; the last block is shorter. */
  *blocks(): Generator<readonly string[]> {
    for (const block of this.#blocks) yield inflateRawSync(block).toString('utf8').split('\n');
    if (this.#open.length > 0) yield this.#open;
  }
}
