// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '../../../api/errors.js';

/** Reasons why a decision cannot be carried out. */
const PROBLEMS = {
  decided: { sentence: 'Another administrator has already decided about these two persons.' },
  joined: {
    sentence: 'One of these two records was joined to another one, which has all that it held.',
    remedy: 'Look for the other record.',
  },
  left: { sentence: 'Both of these two persons have left meanwhile.' },
  twice: { sentence: 'One directory names both of these persons: for it they are two.' },
  own: { sentence: 'One of these two persons is you: another administrator of the platform decides.' },
  different: {
    sentence: 'The directory says things of these two persons that do not go together.',
    remedy: 'If they are one person, have the directory corrected, then decide again.',
  },
  brick: {
    sentence: 'The brick {brick} could not move what it keeps about this person; nothing was decided.',
    remedy:
      'Look for the brick in the log and in volee brick list. Mend it or take it out of volee.yaml, then decide again.',
  },
  busy: { sentence: 'A sync is being applied; nothing was decided.', remedy: 'Decide again when it is through.' },
} as const satisfies Record<string, { readonly sentence: string; readonly remedy?: string }>;

export type HomonymProblem = keyof typeof PROBLEMS;

/** The subject of a problem: the directory that names both people, or the brick and its school. */
export interface HomonymProblemSubject {
  readonly source?: string;
  readonly brick?: string;
  readonly uai?: string;
}

export function homonymProblem(problem: HomonymProblem, subject: HomonymProblemSubject = {}): ConflictError {
  const { sentence, remedy }: { readonly sentence: string; readonly remedy?: string } = PROBLEMS[problem];
  return new ConflictError(sentence.replace('{brick}', subject.brick ?? ''), {
    remedy,
    details: { problem, ...subject },
  });
}

/** The problem that an error reports, with the brick that it is about; undefined for any other error. */
export function homonymProblemOf(error: unknown): { problem: HomonymProblem; brick: string } | undefined {
  const { problem, brick = '' } = error instanceof ConflictError ? error.details : {};
  if (typeof problem !== 'string' || !Object.hasOwn(PROBLEMS, problem)) return undefined;
  return { problem: problem as HomonymProblem, brick: String(brick) };
}
