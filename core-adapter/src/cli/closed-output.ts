// SPDX-License-Identifier: EUPL-1.2
import type { Writable } from 'node:stream';
import { errorMessage } from '../host/infra/util/error-message.js';
import { EXIT } from './exit-code.js';

/** An output, and the process whose exit code tells what became of it; tests give others. */
interface Outputs {
  readonly streams: readonly Pick<Writable, 'on'>[];
  readonly process: Pick<NodeJS.Process, 'exitCode'>;
  readonly tell: (sentence: string) => void;
}

const OWN: Outputs = {
  streams: [process.stdout, process.stderr],
  process,
  tell: (sentence) => console.error(sentence),
};

/**
 * A reader that goes away (`volee doctor | head -1`) is no error of the program. The command finishes its work, since a sync must
 * not stop half-way, and the exit code is the shell's for a closed pipe unless the command itself fails.
 */
export function endQuietlyWhenUnread({ streams, process: own, tell }: Outputs = OWN): void {
  let told = false;
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE') {
      own.exitCode ??= EXIT.unread;
      return;
    }
    own.exitCode = EXIT.failed;
    if (!told) tell(`volee: The answer cannot be written (${errorMessage(error)}).`);
    told = true;
  };
  for (const stream of streams) stream.on('error', onError);
}
