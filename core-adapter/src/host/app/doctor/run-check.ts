// SPDX-License-Identifier: EUPL-1.2
import type { Check, Finding } from '../../../api/check.js';
import { UnavailableError } from '../../../api/errors.js';
import { unlessAborted } from '../../infra/util/unless-aborted.js';
import { findingOf } from './findings.js';
import { readFindings } from './read-findings.js';

/** How long a check may take, in milliseconds. */
export const TIME_LIMIT = 10_000;

/** A check of the host or of a brick, with the id of the brick. */
export interface OwnedCheck extends Pick<Check, 'name'> {
  readonly brick?: string;
  run(signal: AbortSignal): Promise<readonly Finding[]>;
  /** Milliseconds, where 10 seconds are not enough. */
  readonly timeLimit?: number;
}

/**
 * Runs a check. An error, a result that is no list of findings, and a timeout are bad findings, whether the check listens to its signal
 * or not.
 */
export async function runCheck({ name, brick, run, timeLimit = TIME_LIMIT }: OwnedCheck): Promise<readonly Finding[]> {
  const limit = new AbortController();
  const late = new UnavailableError(`No answer came within ${timeLimit / 1000} s.`, {
    remedy: 'Check the network and the service.',
  });
  const timer = setTimeout(() => limit.abort(late), timeLimit);
  try {
    const found = await unlessAborted(limit.signal, () => run(limit.signal));
    return readFindings(found, `The check "${name}"${brick === undefined ? '' : ` of ${brick}`}`);
  } catch (error) {
    return [findingOf(error)];
  } finally {
    clearTimeout(timer);
  }
}
