// SPDX-License-Identifier: EUPL-1.2

/** What a check found: one sentence that says what is wrong, where, and what to do. */
export class ContractFault extends Error {
  override readonly name = 'ContractFault';

  constructor(sentence: string) {
    super(sentence);
    // Where the suite noticed it helps nobody.
    this.stack = `${this.name}: ${sentence}`;
  }
}

/** Fails a check. */
export function fault(sentence: string): never {
  throw new ContractFault(sentence);
}

/** Not by `instanceof`: in a test, what Node throws is no Error of this world. */
export function reasonOf(error: unknown): string {
  const said = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(said);
}
