// SPDX-License-Identifier: EUPL-1.2

/** A failed check: one sentence that says what is wrong, where, and what to do. */
export class ContractFault extends Error {
  override readonly name = 'ContractFault';

  constructor(sentence: string) {
    super(sentence);
    // The stack of the suite does not help authors of bricks.
    this.stack = `${this.name}: ${sentence}`;
  }
}

/** Fails a check. */
export function fault(sentence: string): never {
  throw new ContractFault(sentence);
}

/** Not by `instanceof`: under jest, errors of Node come from another realm. */
export function reasonOf(error: unknown): string {
  const said = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(said);
}
