// SPDX-License-Identifier: EUPL-1.2
import { DomainError, type ErrorCode } from '../../../api/errors.js';

/** The maximum number of characters in the name of a token, and of tokens of a person. */
export const LONGEST_NAME = 60;
export const MOST_TOKENS = 20;

export type TokenField = 'name' | 'bricks' | 'end';

interface Problem {
  readonly field: TokenField;
  readonly code: ErrorCode;
  readonly sentence: string;
  readonly remedy?: string;
}

/** Why a token cannot be created. */
const PROBLEMS = {
  noName: {
    field: 'name',
    code: 'INVALID_INPUT',
    sentence: 'The token has no name.',
    remedy: 'Give it one: what it is for, or where.',
  },
  longName: {
    field: 'name',
    code: 'INVALID_INPUT',
    sentence: `The name of a token has at most ${LONGEST_NAME} characters.`,
    remedy: 'Shorten it.',
  },
  nameTaken: {
    field: 'name',
    code: 'CONFLICT',
    sentence: 'This person has a token of that name already.',
    remedy: 'Choose another name, or revoke that one first.',
  },
  tooMany: {
    field: 'name',
    code: 'CONFLICT',
    sentence: `This person has ${MOST_TOKENS} tokens, and may have no more.`,
    remedy: 'Revoke one first.',
  },
  left: { field: 'name', code: 'CONFLICT', sentence: 'This person has left; a token would open nothing.' },
  noBricks: {
    field: 'bricks',
    code: 'INVALID_INPUT',
    sentence: 'The token reaches no brick.',
    remedy: 'Name at least one.',
  },
  unknownBrick: {
    field: 'bricks',
    code: 'INVALID_INPUT',
    sentence: 'One of these bricks is not there for the person.',
  },
  notADay: {
    field: 'end',
    code: 'INVALID_INPUT',
    sentence: 'The last day is not a day.',
    remedy: 'Write it as 2027-07-02.',
  },
  past: {
    field: 'end',
    code: 'INVALID_INPUT',
    sentence: 'The last day is over.',
    remedy: 'Name one that is to come, or none.',
  },
} as const satisfies Record<string, Problem>;

export type TokenProblem = keyof typeof PROBLEMS;

export function fieldOf(problem: TokenProblem): TokenField {
  return PROBLEMS[problem].field;
}

export function tokenProblem(problem: TokenProblem): DomainError {
  const { code, sentence, remedy }: Problem = PROBLEMS[problem];
  return new DomainError(code, sentence, { remedy, details: { problem } });
}

/** The token problem that an error carries, if any. */
export function tokenProblemOf(error: unknown): TokenProblem | undefined {
  const problem = error instanceof DomainError ? error.details['problem'] : undefined;
  return typeof problem === 'string' && Object.hasOwn(PROBLEMS, problem) ? (problem as TokenProblem) : undefined;
}
