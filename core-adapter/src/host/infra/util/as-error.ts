// SPDX-License-Identifier: EUPL-1.2
import { errorMessage } from './error-message.js';

/** The thrown value if it is an error that can be logged, otherwise a new Error with its message. */
export function asError(error: unknown): Error {
  return isPlain(error) ? error : new Error(errorMessage(error));
}

/** A cyclic chain of causes cannot be logged. */
function isPlain(error: unknown): error is Error {
  try {
    if (!(error instanceof Error)) return false;
    const { message, stack = '', cause } = error as { message: unknown; stack?: unknown; cause?: unknown };
    if (typeof message !== 'string' || typeof stack !== 'string') return false;
    return !(cause instanceof Error) || isPlain(cause);
  } catch {
    return false;
  }
}
