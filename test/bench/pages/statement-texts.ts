// SPDX-License-Identifier: EUPL-1.2

/** Whether a statement only begins or ends a transaction: SQLite does so past the log of statements, and MariaDB does not. */
export function isBoundary(text: string): boolean {
  return /^(BEGIN|START TRANSACTION|SET TRANSACTION|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/.test(text);
}

/** The times that each statement was asked by the same text, most first. */
export function timesAsked(statements: readonly string[]): (readonly [text: string, times: number])[] {
  const times = new Map<string, number>();
  for (const text of statements) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].sort(([, some], [, others]) => others - some);
}

/** A statement in at most so many characters: names of columns and lists of values say little. */
export function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').replace(/^SELECT (DISTINCT )?.*? FROM /, 'SELECT … FROM ');
  const short = line.replace(/\(\?(, \?)+\)/g, '(…)').replaceAll(/["`]/g, '');
  return short.length > length ? `${short.slice(0, length - 1)}…` : short;
}
