// SPDX-License-Identifier: EUPL-1.2
import pino, { type DestinationStream } from 'pino';
import type { Log } from '../../../api/log.js';
import { errorMessage } from './error-message.js';
import { remedyOf } from './error-text.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface RootLog extends Log {
  /** A log that adds the brick's id to each line. */
  child(brick: string): Log;
}

/**
 * A log of JSON lines on standard error, for journald and similar. Standard output is for the answers of commands.
 * @param to the destination, instead of standard error
 */
export function createLog(level: LogLevel, to: DestinationStream = pino.destination({ dest: 2, sync: true })): RootLog {
  const root = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => errorFields(error) },
    },
    to,
  );
  return {
    debug: root.debug.bind(root),
    info: root.info.bind(root),
    warn: root.warn.bind(root),
    error: root.error.bind(root),
    child: (brick) => root.child({ brick }),
  };
}

const MOST_CAUSES = 5;

/** The fields of an error that are safe to log: a failed statement contains its values, such as names of pupils. */
export function errorFields(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { message: typeof error };
  const { name, cause } = error;
  // A brick may throw an error without a valid stack, or with a cyclic chain of causes.
  const stack: unknown = error.stack;
  const code = 'code' in error ? { code: error.code } : {};
  const remedy = remedyOf(error);
  return {
    type: name,
    message: withoutValues(errorMessage(error)),
    ...(remedy !== undefined && { remedy }),
    ...code,
    stack: withoutValues(typeof stack === 'string' ? stack : ''),
    ...(cause === undefined || depth === MOST_CAUSES ? {} : { cause: errorFields(cause, depth + 1) }),
  };
}

/** MariaDB quotes the duplicate value. */
function withoutValues(text: string): string {
  return text.replace(/Duplicate entry '[^]*?' for key/g, "Duplicate entry '…' for key");
}
