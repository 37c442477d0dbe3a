// SPDX-License-Identifier: EUPL-1.2
import type { Jobs } from '@volee/core-adapter';
import { z } from 'zod';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { publishDue } from './publish.js';

const PUBLISH = 'publish';

/** Publishes at the instant that the head chose. The job of every hour finds what an enqueued one has missed. */
export function registerPublication({ jobs }: Pick<LivretBrick, 'jobs'>, catalogues: Catalogues): void {
  jobs.provide(PUBLISH, { data: z.object({}), every: '7 * * * *' }, (work, _data, signal) =>
    publishDue({ ...work, catalogues }, signal),
  );
}

/**
 * Has the endorsed bilans of a period published at an instant, or now when it has passed. Call it in the transaction that writes the
 * instant. Of several instants for one period, the last one counts.
 */
export async function enqueuePublication(jobs: Jobs, year: number, period: number, at: Date): Promise<void> {
  await jobs.enqueue(PUBLISH, {}, { at, key: `publish ${String(year)} ${String(period)}` });
}
