// SPDX-License-Identifier: EUPL-1.2

/** The codes of errors. The host maps each code to one HTTP status and one page. */
export type ErrorCode =
  | 'INVALID_INPUT'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'TOO_LARGE'
  | 'STORAGE_FULL'
  | 'UNAVAILABLE'
  | 'BUSY'
  | 'REFUSED'
  | 'INVALID_SETTINGS';

/**
 * An error that a person can act on. Services throw it; the edges (HTTP, command line) answer it. The message is one
 * clear sentence in English for operators and the log: what, where, what to do. Pages show the host's own text for the
 * code instead.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  /** Names and numbers for the log. Never secrets, and no personal data except ids. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}

/**
 * The input is invalid or not allowed: HTTP 400. `fields` gives a sentence for each wrong form field.
 * @example
 * `throw new InputError('The notice is empty; write a text.', { text: t('problem.noText') });`
 */
export class InputError extends DomainError {
  constructor(
    message: string,
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super('INVALID_INPUT', message, { fields });
  }
}

/** The thing does not exist, or the user may not know that it exists: HTTP 404 in both cases. */
export class NotFoundError extends DomainError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super('NOT_FOUND', message, details);
  }
}

/** The user may see the thing but not do this to it: HTTP 403. */
export class ForbiddenError extends DomainError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super('FORBIDDEN', message, details);
  }
}

/** The thing was changed by another request in the meantime: HTTP 409. */
export class ConflictError extends DomainError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super('CONFLICT', message, details);
  }
}

/** The content is larger than allowed: HTTP 413. */
export class TooLargeError extends DomainError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super('TOO_LARGE', message, details);
  }
}

/** The disk is full and the file or row was not stored: HTTP 503. Only the operator can make room; the brick is not at fault. */
export class StorageFullError extends DomainError {
  constructor(message: string, cause?: unknown) {
    super('STORAGE_FULL', message, {}, cause);
  }
}

/** A required service does not answer; trying again later may succeed: HTTP 503. */
export class UnavailableError extends DomainError {
  constructor(message: string, cause?: unknown) {
    super('UNAVAILABLE', message, {}, cause);
  }
}

/** Too many requests at the same time; trying again in a moment will succeed: HTTP 503 with `Retry-After`. */
export class BusyError extends DomainError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super('BUSY', message, details);
  }
}

/** A guard refused the operation and nothing was changed: exit code 3 on the command line. */
export class RefusedError extends DomainError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super('REFUSED', message, details);
  }
}

/** The settings are invalid; the message lists every problem on a line of its own: exit code 2. */
export class SettingsError extends DomainError {
  constructor(readonly problems: readonly string[]) {
    super('INVALID_SETTINGS', problems.join('\n'), { problems });
  }
}
