// SPDX-License-Identifier: EUPL-1.2
import { errorMessage } from './error-message.js';

/** What was thrown, if it is an error that can be written to a log; else one that says the same. */
export function asError(error: unknown): Error {
  return isPlain(error) ? error : new Error(errorMessage(error));
}

/** A chain of causes that leads back to itself has no end, and is none. */
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
