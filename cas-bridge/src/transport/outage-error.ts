// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

/**
 * The server gave no answer in time, or says that it is out of order (status 500 and above). Any other answer, even an unreadable one,
 * means that the server runs: it is a plain UnavailableError, and keeps nobody else out (C17).
 */
export class OutageError extends UnavailableError {}

/** The error for an unusable answer. @param status the HTTP status */
export function uselessAnswer(status: number, sentence: string, remedy: string): UnavailableError {
  return status >= 500 ? new OutageError(sentence, { remedy }) : new UnavailableError(sentence, { remedy });
}
