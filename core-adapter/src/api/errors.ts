// SPDX-License-Identifier: EUPL-1.2

/** The codes of errors. The host maps each code to one HTTP status and one page. @stable */
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

/** The parts of an error besides its code and its message. @stable */
export interface DomainErrorOptions {
  /** The remedy, in a sentence of its own: `Check database.url, and that its server runs.` */
  readonly remedy?: string | undefined;
  /** Names and numbers for the log. Never secrets, and no personal data except ids. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * An error that a person can act on. Services throw it; the edges (HTTP, command line, `volee doctor`) answer it. The message
 * is one clear sentence in English for operators and the log: what, and where. `remedy` says what to do. Pages show the
 * host's own text for the code instead.
 * @example
 * `throw new UnavailableError('The printer does not answer.', { remedy: 'Check its cable.', cause: error });`
 * @stable
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, { remedy, details = {}, cause }: DomainErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
    this.remedy = remedy;
    this.details = details;
  }
}

/** @stable */
export interface InputErrorOptions extends Pick<DomainErrorOptions, 'remedy' | 'cause'> {
  /** A sentence for each wrong form field, for code of the brick that catches the error: the error page of the host does not show them. */
  readonly fields?: Readonly<Record<string, string>>;
}

/**
 * The input is invalid or not allowed: HTTP 400.
 * @example
 * `throw new InputError('The notice is empty.', { remedy: 'Write a text.', fields: { text: t('problem.noText') } });`
 * @stable
 */
export class InputError extends DomainError {
  readonly fields: Readonly<Record<string, string>>;

  constructor(message: string, { fields = {}, ...options }: InputErrorOptions = {}) {
    super('INVALID_INPUT', message, { ...options, details: { fields } });
    this.fields = fields;
  }
}

/** The thing does not exist, or the user may not know that it exists: HTTP 404 in both cases. @stable */
export class NotFoundError extends DomainError {
  constructor(message: string, options?: DomainErrorOptions) {
    super('NOT_FOUND', message, options);
  }
}

/** The user may see the thing but not do this to it: HTTP 403. @stable */
export class ForbiddenError extends DomainError {
  constructor(message: string, options?: DomainErrorOptions) {
    super('FORBIDDEN', message, options);
  }
}

/** The thing was changed by another request in the meantime: HTTP 409. @stable */
export class ConflictError extends DomainError {
  constructor(message: string, options?: DomainErrorOptions) {
    super('CONFLICT', message, options);
  }
}

/** The content is larger than allowed: HTTP 413. @stable */
export class TooLargeError extends DomainError {
  constructor(message: string, options?: DomainErrorOptions) {
    super('TOO_LARGE', message, options);
  }
}

/**
 * The disk is full and the file or row was not stored: HTTP 503. Only the operator can make room; the brick is not at fault.
 * @stable
 */
export class StorageFullError extends DomainError {
  constructor(message: string, options?: DomainErrorOptions) {
    super('STORAGE_FULL', message, options);
  }
}

/** A required service does not answer; trying again later may succeed: HTTP 503. @stable */
export class UnavailableError extends DomainError {
  constructor(message: string, options?: DomainErrorOptions) {
    super('UNAVAILABLE', message, options);
  }
}

/** Too many requests at the same time; trying again in a moment will succeed: HTTP 503 with `Retry-After`. @stable */
export class BusyError extends DomainError {
  constructor(message: string, options?: DomainErrorOptions) {
    super('BUSY', message, options);
  }
}

/** A guard refused the operation and nothing was changed: exit code 3 on the command line. @stable */
export class RefusedError extends DomainError {
  constructor(message: string, options?: DomainErrorOptions) {
    super('REFUSED', message, options);
  }
}
