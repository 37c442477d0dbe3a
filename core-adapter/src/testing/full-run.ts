// SPDX-License-Identifier: EUPL-1.2

/**
 * Whether this run holds each check once: `VOLEE_TEST_QUICK=1`, which `npm test` sets and `npm test -- --all` does not (ADR 63). It is
 * for numbers: the steps of a random walk, the size of a sample.
 * @stable
 */
export function isQuickRun(): boolean {
  return process.env['VOLEE_TEST_QUICK'] === '1';
}

/**
 * The `test` for a second way to break a check that another test holds. In a quick run it is skipped, and counted as left out.
 * @example `inFullRun().each(SAME_FAULT_ELSEWHERE)('…', …);`
 * @stable
 */
export function inFullRun(): jest.It {
  return isQuickRun() ? test.skip : test;
}

/**
 * The `test` for a check that both engines answer alike, in a suite on both: a quick run makes it on SQLite, and skips its twin.
 * @example `describe.each(bothDatabases())('recall on $name', (database) => { const testOnce = onceInQuickRun(database); … });`
 * @stable
 */
export function onceInQuickRun({ name }: { readonly name: string }): jest.It {
  return name === 'SQLite' ? test : inFullRun();
}
