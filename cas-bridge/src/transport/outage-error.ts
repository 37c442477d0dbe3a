// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

/**
 * The server gave no answer in time, or says that it is out of order (status 500 and above). Any other answer, be it one that nobody
 * can read, means that it lives: it is an UnavailableError and no more, and shuts nobody else out (C17).
 */
export class OutageError extends UnavailableError {}

/** The error for an unusable answer. @param status the HTTP status */
export function uselessAnswer(status: number, sentence: string, remedy: string): UnavailableError {
  return status >= 500 ? new OutageError(sentence, { remedy }) : new UnavailableError(sentence, { remedy });
}
