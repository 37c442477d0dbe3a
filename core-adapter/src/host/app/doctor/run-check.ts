// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Check, Finding } from '../../../api/check.js';
import { UnavailableError } from '../../../api/errors.js';
import { unlessAborted } from '../../infra/util/unless-aborted.js';
import { findingOf } from './findings.js';

const findings = z.array(
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('good'), sentence: z.string() }),
    z.object({ state: z.enum(['warn', 'bad']), sentence: z.string(), remedy: z.string() }),
  ]),
);

/** The time limit of a check, in milliseconds. */
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

/**
 * Validates the result of a check. A brick without types may return any value, which must not spoil the findings of the others.
 * @param subject begins the sentence: `The check "clock" of cas-bridge`
 * @throws UnavailableError
 */
function readFindings(found: unknown, subject: string): readonly Finding[] {
  const read = findings.safeParse(found);
  if (read.success) return read.data;
  throw new UnavailableError(`${subject} gives no list of findings, each with its sentence.`, {
    remedy: 'Report it to its authors.',
  });
}
