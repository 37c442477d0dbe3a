// SPDX-License-Identifier: EUPL-1.2
import { QueryFailedError } from 'typeorm';
import { UnavailableError } from '../../../api/errors.js';

/** The database is down, does not answer, or refuses writes. Neither the user nor the brick is at fault. */
export class DatabaseUnavailableError extends UnavailableError {}

/** @param error the error of the driver, if there is one */
export function databaseGone(error?: unknown): DatabaseUnavailableError {
  return new DatabaseUnavailableError('The database does not answer.', {
    remedy: 'Check that its server runs; Volée goes on by itself once it answers.',
    cause: error,
  });
}

/** The error codes of mysql2 for a lost or refused connection. */
const LOST = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNREFUSED',
  // A Unix socket: its server is stopped, or has no room for one more connection (connect(2)).
  'ENOENT',
  'EAGAIN',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ER_SERVER_SHUTDOWN',
  'ER_CONNECTION_KILLED',
  'ER_CON_COUNT_ERROR',
]);

/** The server was stopped, or the connection to it cut. Errors of mysql2 alone: work in a transaction may have connections of its own. */
export function isConnectionLost(error: unknown): boolean {
  const said: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code, fatal } = (typeof said === 'object' && said !== null ? said : {}) as { code?: string; fatal?: boolean };
  // For a closed connection, mysql2 gives no code.
  return (fatal === true && (code === undefined || LOST.has(code))) || (said !== error && LOST.has(code ?? ''));
}
