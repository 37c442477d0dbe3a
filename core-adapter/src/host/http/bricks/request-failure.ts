// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { HostContext } from '../../context/host-context.js';
import { asError } from '../../infra/util/as-error.js';
import { isInfrastructureFailure } from '../../infra/database/is-infrastructure-failure.js';
import type { ReadyBrick } from '../../domain/bricks/loaded-brick.js';
import { statusOf } from '../error-status.js';
import { logFailure } from '../request-log.js';

/** The failure of one request to a brick: the first error that its code throws, in the handler or in a listener on a stream. */
export interface RequestFailure {
  /** Aborted when the request has failed, with the error as its reason. */
  readonly signal: AbortSignal;
  /** Records a crash as an error of the brick, and logs it as the brick's. Later errors follow from the first and are ignored. */
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
      // Mistakes of the visitor, a lost database and a full disk are no errors of the brick.
      if (statusOf(error) < 500 || isInfrastructureFailure(error)) return;
      troubles.note(id, error);
      logFailure(log, request, error);
    },
  };
}
