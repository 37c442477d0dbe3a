// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, DomainError, NotFoundError } from '../../../api/errors.js';

/** Why a right can be neither granted nor revoked. The error carries the code, so that a page can show its own text. */
const PROBLEMS = ['unknownLogin', 'severalLogins', 'unknownSchool', 'held', 'notHeld', 'last', 'pupil'] as const;
export type AdministratorProblem = (typeof PROBLEMS)[number];

export function notFound(problem: AdministratorProblem, sentence: string, remedy?: string): NotFoundError {
  return new NotFoundError(sentence, { remedy, details: { problem } });
}

export function conflict(problem: AdministratorProblem, sentence: string): ConflictError {
  return new ConflictError(sentence, { details: { problem } });
}

/** The problem that an error carries; undefined for another error. */
export function administratorProblem(error: unknown): AdministratorProblem | undefined {
  return error instanceof DomainError ? PROBLEMS.find((problem) => problem === error.details['problem']) : undefined;
}
