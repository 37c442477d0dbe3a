// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { asError } from '../../infra/util/as-error.js';
import { isOfTheMachine } from '../is-of-the-machine.js';
import type { ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import { statusOf } from '../error-status.js';
import { tellFailure } from '../request-log.js';

/** How one request to a brick fails: by what its code throws first, in the handler or in a listener of its own on a stream. */
export interface RequestFailure {
  /** Ends when the request has failed, with what was thrown as its reason. */
  readonly signal: AbortSignal;
  /** Notes a crash among the brick's troubles, and logs it as the brick's. What comes later follows from the first. */
  fail(error: unknown): void;
}

export function requestFailure(
  { troubles }: Pick<HostContext, 'troubles'>,
  { id, log }: Pick<ReadyBrick, 'id' | 'log'>,
  request: Request,
): RequestFailure {
  const end = new AbortController();
  return {
    signal: end.signal,
    fail(error) {
      if (end.signal.aborted) return;
      end.abort(asError(error));
      // What the visitor did wrong is no trouble of the brick, and neither is a database that is gone nor a full disk.
      if (statusOf(error) < 500 || isOfTheMachine(error)) return;
      troubles.note(id, error);
      tellFailure(log, request, error);
    },
  };
}
