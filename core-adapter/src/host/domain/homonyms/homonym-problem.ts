// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '../../../api/errors.js';

/** Reasons why a decision cannot be carried out. */
const PROBLEMS = {
  decided: { sentence: 'Another administrator has already decided about these two persons.' },
  left: { sentence: 'One of these two persons has left meanwhile.' },
  twice: { sentence: 'One directory names both of these persons: for it they are two.' },
  different: { sentence: 'The directory says things of these two persons that do not go together any more.' },
  busy: { sentence: 'A sync is being applied; nothing was decided.', remedy: 'Decide again when it is through.' },
} as const satisfies Record<string, { readonly sentence: string; readonly remedy?: string }>;

export type HomonymProblem = keyof typeof PROBLEMS;

/** @param source the directory that names both */
export function homonymProblem(problem: HomonymProblem, source?: string): ConflictError {
  const { sentence, remedy }: { readonly sentence: string; readonly remedy?: string } = PROBLEMS[problem];
  return new ConflictError(sentence, { remedy, details: { problem, ...(source !== undefined && { source }) } });
}

/** The problem that an error reports; undefined for any other error. */
export function homonymProblemOf(error: unknown): HomonymProblem | undefined {
  const problem = error instanceof ConflictError ? error.details['problem'] : undefined;
  return typeof problem === 'string' && Object.hasOwn(PROBLEMS, problem) ? (problem as HomonymProblem) : undefined;
}
