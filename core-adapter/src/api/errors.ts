// SPDX-License-Identifier: EUPL-1.2

/** Every code an error may carry. The host maps each to one HTTP status and one page. */
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
 * An error that somebody can act on. Services throw it; the edges (HTTP, command line) answer it.
 * The message is one clear sentence: what, where, what to do. It is shown to operators and written to the log;
 * people using a page read the host's own words for the code.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  /** Names and figures that help whoever reads the log. Never secrets, never personal data beyond an id. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}

/** What was sent cannot be read or is not allowed: 400. `fields` names the form fields at fault. */
export class InputError extends DomainError {
  constructor(
    message: string,
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super('INVALID_INPUT', message, { fields });
  }
}

/** It does not exist, or the person asking may not know that it does: 404 in both cases. */
export class NotFoundError extends DomainError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super('NOT_FOUND', message, details);
  }
}

/** The person may see it, but not do this to it: 403. */
export class ForbiddenError extends DomainError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super('FORBIDDEN', message, details);
  }
}

/** Somebody else changed it in the meantime: 409. */
export class ConflictError extends DomainError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super('CONFLICT', message, details);
  }
}

/** More bytes than allowed: 413. */
export class TooLargeError extends DomainError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super('TOO_LARGE', message, details);
  }
}

/** A disk has no room left for a file or a row, which was not kept: 503. It is no fault of the brick, and only the operator can make room. */
export class StorageFullError extends DomainError {
  constructor(message: string, cause?: unknown) {
    super('STORAGE_FULL', message, {}, cause);
  }
}

/** A service that this depends on does not answer; trying again later may work: 503. */
export class UnavailableError extends DomainError {
  constructor(message: string, cause?: unknown) {
    super('UNAVAILABLE', message, {}, cause);
  }
}

/** Too many want it at the same time; the same again in a moment will work: 503, with when to come again. */
export class BusyError extends DomainError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super('BUSY', message, details);
  }
}

/** A guard refused to go on, and nothing was changed: exit code 3 on the command line. */
export class RefusedError extends DomainError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super('REFUSED', message, details);
  }
}

/** The settings are wrong; every problem is listed, one a line: exit code 2. */
export class SettingsError extends DomainError {
  constructor(readonly problems: readonly string[]) {
    super('INVALID_SETTINGS', problems.join('\n'), { problems });
  }
}
