// SPDX-License-Identifier: EUPL-1.2
import type { ZodType } from 'zod';
import type { RunJob } from '../../../api/brick-jobs.js';

/** A registered job of a brick, with the type of its data erased. */
export interface BrickJob {
  readonly name: string;
  readonly data: ZodType;
  /** A valid cron pattern. */
  readonly every: string | undefined;
  readonly afterSync: boolean;
  readonly whileOff: boolean;
  readonly needsSureClock: boolean;
  readonly run: RunJob<unknown>;
}
