// SPDX-License-Identifier: EUPL-1.2

/** One status for each state of the table; one number stands for all of them. */
type Statuses = number | readonly number[];

/** One address of a table: the request, and the answer to each person in each state. */
export interface TableRow<Who extends string, At> {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  path(at: At): string;
  form?(at: At): Record<string, string>;
  readonly answers: Readonly<Record<Who, Statuses>>;
}

export function expectedStatus<Who extends string>(
  answers: Readonly<Record<Who, Statuses>>,
  who: Who,
  state: number,
): number {
  const expected = answers[who];
  return typeof expected === 'number' ? expected : (expected[state] ?? 0);
}
