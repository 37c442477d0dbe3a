// SPDX-License-Identifier: EUPL-1.2
import type { Writable } from 'node:stream';
import { errorMessage } from '../host/infra/util/error-message.js';
import { EXIT } from './exit-code.js';

/** The output streams, and the process to set the exit code of; tests pass others. */
interface Outputs {
  readonly streams: readonly Pick<Writable, 'on'>[];
  readonly process: Pick<NodeJS.Process, 'exitCode'>;
  readonly printLine: (sentence: string) => void;
}

const OWN: Outputs = {
  streams: [process.stdout, process.stderr],
  process,
  printLine: (sentence) => console.error(sentence),
};

/**
 * A closed pipe (`volee doctor | head -1`) is not an error. The command finishes its work, since a sync must not stop
 * half-way; the exit code is that of SIGPIPE unless the command itself fails.
 */
export function endQuietlyWhenUnread({ streams, process: own, printLine }: Outputs = OWN): void {
  let isReported = false;
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE') {
      own.exitCode ??= EXIT.unread;
      return;
    }
    own.exitCode = EXIT.failed;
    if (!isReported) printLine(`volee: The output cannot be written (${errorMessage(error)}).`);
    isReported = true;
  };
  for (const stream of streams) stream.on('error', onError);
}
