// SPDX-License-Identifier: EUPL-1.2
import { DomainError, type ErrorCode } from '../../api/errors.js';

/** The compiler asks for a line for each code. */
const STATUS: Readonly<Record<ErrorCode, number>> = {
  INVALID_INPUT: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 413,
  STORAGE_FULL: 503,
  UNAVAILABLE: 503,
  BUSY: 503,
  REFUSED: 409,
  INVALID_SETTINGS: 500,
};

/** The HTTP status of anything that was thrown. Errors of express's own parsers carry theirs. */
export function statusOf(error: unknown): number {
  if (error instanceof DomainError) return STATUS[error.code];
  if (error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500)
    return error.status;
  return 500;
}
