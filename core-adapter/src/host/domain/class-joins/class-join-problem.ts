// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '../../../api/errors.js';

/** Reasons why an answer about two classes cannot be carried out. */
const PROBLEMS = {
  decided: { sentence: 'Another administrator has already decided about these two classes.' },
  ended: { sentence: 'One of these two classes has ended meanwhile.' },
  brick: {
    sentence: 'The brick {brick} could not move what it keeps about this class; nothing was decided.',
    remedy:
      'Look for the brick in the log and in volee brick list. Mend it, name it in volee.yaml again, or drop its tables; then decide again.',
  },
  busy: { sentence: 'A sync is being applied; nothing was decided.', remedy: 'Decide again when it is through.' },
} as const satisfies Record<string, { readonly sentence: string; readonly remedy?: string }>;

export type ClassJoinProblem = keyof typeof PROBLEMS;

export function classJoinProblem(problem: ClassJoinProblem, brick = ''): ConflictError {
  const { sentence, remedy }: { readonly sentence: string; readonly remedy?: string } = PROBLEMS[problem];
  return new ConflictError(sentence.replace('{brick}', brick), { remedy, details: { problem, brick } });
}

/** The problem that an error reports, with the brick that it is about; undefined for any other error. */
export function classJoinProblemOf(error: unknown): { problem: ClassJoinProblem; brick: string } | undefined {
  const { problem, brick = '' } = error instanceof ConflictError ? error.details : {};
  if (typeof problem !== 'string' || !Object.hasOwn(PROBLEMS, problem)) return undefined;
  return { problem: problem as ClassJoinProblem, brick: String(brick) };
}
