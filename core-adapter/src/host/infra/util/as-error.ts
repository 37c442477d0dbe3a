// SPDX-License-Identifier: EUPL-1.2
import { DomainError } from '../../../api/errors.js';
import { errorMessage } from './error-message.js';

/** The thrown value if it is an error that can be logged, otherwise a new Error with its message. */
export function asError(error: unknown): Error {
  return isPlain(error) ? error : new Error(errorMessage(error));
}

/** A cyclic chain of causes cannot be logged. */
function isPlain(error: unknown): error is Error {
  try {
    if (!(error instanceof Error)) return false;
    const { message, cause } = error as { message: unknown; cause?: unknown };
    if (typeof message !== 'string' || !hasPlainStack(error)) return false;
    return !(cause instanceof Error) || isPlain(cause);
  } catch {
    return false;
  }
}

/**
 * Whether an error has V8's own stack, as domain errors do: reading a stack formats it, which takes longer than everything else in a
 * refused request.
 */
function hasPlainStack(error: Error): boolean {
  if (error instanceof DomainError) return true;
  const { stack = '' } = error as { stack?: unknown };
  return typeof stack === 'string';
}
