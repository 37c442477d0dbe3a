// SPDX-License-Identifier: EUPL-1.2
import { createLog } from '../host/infra/util/create-log.js';
import { asError } from '../host/infra/util/as-error.js';
import { currentBrick } from '../host/infra/util/brick-scope.js';
import { BrickErrorLog } from '../host/infra/util/brick-error-log.js';

export const troubles = new BrickErrorLog({ now: () => new Date() });

let fail: (error: unknown) => void = () => undefined;

/** Rejects at the first uncaught error of the host itself. */
export const hostFailure = new Promise<never>((_, reject) => (fail = reject));
// Nothing awaits the promise after a command has ended; without this, a rejection would be unhandled.
hostFailure.catch(() => undefined);

/**
 * Handles uncaught errors by the code that they come from. Errors of a brick are logged and counted, and everything
 * else continues (P11); an error of the host is fatal, as it is by default.
 */
export function watchErrors(): void {
  const log = createLog('error');
  // Counted apart from `troubles`: errors in requests, which are logged elsewhere, must not hide the first uncaught
  // one.
  const uncaught = new Map<string, number>();
  const judge = (error: unknown): void => {
    const brick = currentBrick();
    if (brick === undefined) {
      log.error({ err: asError(error) }, 'fatal: uncaught error; the process exits');
      return fail(error);
    }
    troubles.note(brick, error);
    const count = (uncaught.get(brick) ?? 0) + 1;
    uncaught.set(brick, count);
    // Logs at powers of two: a timer that always throws must not fill the disk.
    if (Number.isInteger(Math.log2(count))) {
      log.child(brick).error({ err: asError(error), count }, 'uncaught error of a brick; the host continues');
    }
  };
  process.on('uncaughtException', judge);
  process.on('unhandledRejection', judge);
}
