// SPDX-License-Identifier: EUPL-1.2

/** A failed check: one sentence for each fault, that says what is wrong, where, and what to do. */
export class ContractFault extends Error {
  override readonly name = 'ContractFault';
  readonly sentences: readonly string[];

  constructor(...sentences: readonly string[]) {
    const [first = '', ...others] = sentences;
    super(others.length === 0 ? first : [`${sentences.length} faults:`, ...sentences].join('\n- '));
    this.sentences = sentences;
    // The stack of the suite does not help authors of bricks.
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** Fails a check. */
export function fault(sentence: string): never {
  throw new ContractFault(sentence);
}

/** The largest number of faults that one check reports: more of them would help nobody. */
export const MOST_FAULTS = 20;

/**
 * Runs a part of a check for each item, and fails at the end with the faults of all items. A fault ends the work on its own item only.
 * @param most the number of faults after which no further item is checked
 * @throws ContractFault
 */
export async function eachOf<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void | Promise<void>,
  most: number = MOST_FAULTS,
): Promise<void> {
  const found = new Set<string>();
  for (const item of items) {
    if (found.size >= most) break;
    try {
      await work(item);
    } catch (error) {
      if (!(error instanceof ContractFault)) throw error;
      for (const sentence of error.sentences) found.add(sentence);
    }
  }
  if (found.size > 0) throw new ContractFault(...found);
}

/** `instanceof` does not work here: under jest, errors of Node come from another realm. */
export function reasonOf(error: unknown): string {
  const said = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(said);
}
