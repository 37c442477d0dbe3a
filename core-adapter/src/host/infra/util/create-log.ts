// SPDX-License-Identifier: EUPL-1.2
import pino, { type DestinationStream } from 'pino';
import type { Log } from '../../../api/log.js';
import { errorMessage } from './error-message.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface RootLog extends Log {
  /** A log whose lines name the brick. */
  child(brick: string): Log;
}

/**
 * JSON lines on standard error, for journald and its like. Standard output is for what a command answers.
 * @param to where the lines go instead of the standard error of the process
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

/**
 * What helps to find a fault, and nothing that a database or a directory hung on to the error: a failed statement carries its
 * values, and so the names of pupils.
 */
export function errorFields(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { message: typeof error };
  const { name, cause } = error;
  // A brick may throw an error whose stack is none, or whose causes lead back to it.
  const stack: unknown = error.stack;
  const code = 'code' in error ? { code: error.code } : {};
  return {
    type: name,
    message: withoutValues(errorMessage(error)),
    ...code,
    stack: withoutValues(typeof stack === 'string' ? stack : ''),
    ...(cause === undefined || depth === MOST_CAUSES ? {} : { cause: errorFields(cause, depth + 1) }),
  };
}

/** MariaDB quotes the value that stands twice. */
function withoutValues(text: string): string {
  return text.replace(/Duplicate entry '[^]*?' for key/g, "Duplicate entry '…' for key");
}
