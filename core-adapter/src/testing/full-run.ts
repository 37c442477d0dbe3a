// SPDX-License-Identifier: EUPL-1.2

/**
 * Whether this run makes each check once: with `VOLEE_TEST_QUICK=1`, which `npm test` sets and `npm test -- --all` does not (ADR 63). Use
 * it for numbers: the steps of a random walk, the size of a sample.
 * @stable
 */
export function isQuickRun(): boolean {
  return process.env['VOLEE_TEST_QUICK'] === '1';
}

/**
 * The `test` for a second way to break a rule that another test breaks. In a quick run it is skipped, and counted as left out.
 * @example `inFullRun().each(SAME_FAULT_ELSEWHERE)('…', …);`
 * @stable
 */
export function inFullRun(): jest.It {
  return isQuickRun() ? test.skip : test;
}

/**
 * The `test` for a check on which both engines agree, in a suite that runs on both: a quick run makes it on SQLite only.
 * @example `describe.each(bothDatabases())('recall on $name', (database) => { const testOnce = onceInQuickRun(database); … });`
 * @stable
 */
export function onceInQuickRun({ name }: { readonly name: string }): jest.It {
  return name === 'SQLite' ? test : inFullRun();
}
