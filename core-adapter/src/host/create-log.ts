// SPDX-License-Identifier: EUPL-1.2
import pino from 'pino';
import type { Log } from '../api/log.js';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface RootLog extends Log {
  /** A log whose lines name the brick. */
  child(brick: string): Log;
}

/** JSON lines on standard error, for journald and its like. Standard output is for what a command answers. */
export function createLog(level: LogLevel): RootLog {
  const root = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    debug: root.debug.bind(root),
    info: root.info.bind(root),
    warn: root.warn.bind(root),
    error: root.error.bind(root),
    child: (brick) => root.child({ brick }),
  };
}
