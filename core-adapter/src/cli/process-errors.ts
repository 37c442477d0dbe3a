// SPDX-License-Identifier: EUPL-1.2
import { createLog } from '../host/infra/util/create-log.js';
import { asError } from '../host/infra/util/as-error.js';
import { currentBrick } from '../host/infra/util/brick-scope.js';
import { BrickErrorLog } from '../host/infra/util/brick-error-log.js';

/** Of this process, as the events below are. */
export const troubles = new BrickErrorLog({ now: () => new Date() });

let fail: (error: unknown) => void = () => undefined;

/** Rejects at the first error of the host's own that nobody caught. */
export const hostFailure = new Promise<never>((_, reject) => (fail = reject));
// It is for who waits for it; nobody does when a command has ended.
hostFailure.catch(() => undefined);

/**
 * From now on an error that nobody caught is judged by whose code it comes from. One of a brick is logged and noted, and
 * everything else goes on (P11); one of the host is fatal, as it is without this.
 */
export function watchErrors(): void {
  const log = createLog('error');
  // Not of all troubles: what crashes in requests, and is logged there, must not hide the first of these.
  const uncaught = new Map<string, number>();
  const judge = (error: unknown): void => {
    const brick = currentBrick();
    if (brick === undefined) {
      log.error({ err: asError(error) }, 'fatal: nobody caught this error; the process ends');
      return fail(error);
    }
    troubles.note(brick, error);
    const count = (uncaught.get(brick) ?? 0) + 1;
    uncaught.set(brick, count);
    // The first, and then ever fewer: what throws by a timer must not fill the disk.
    if (Number.isInteger(Math.log2(count))) {
      log.child(brick).error({ err: asError(error), count }, 'nobody caught this error of the brick; the host goes on');
    }
  };
  process.on('uncaughtException', judge);
  process.on('unhandledRejection', judge);
}
