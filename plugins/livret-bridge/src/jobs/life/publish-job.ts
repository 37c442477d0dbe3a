// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { PUBLISH, PUBLISH_NOW } from '../../domain/life/enqueue-publication.js';
import { publishDue } from '../../domain/life/publish-due.js';

/**
 * Registers the job that publishes at the instant that the head chose, and the one that publishes at once. The hourly run finds what an
 * enqueued one has missed.
 */
export function registerPublication({ jobs }: Pick<LivretBrick, 'jobs'>, catalogues: Catalogues): void {
  const whenDue = { data: z.object({}), every: '7 * * * *', needsSureClock: true } as const;
  jobs.provide(PUBLISH, whenDue, (work, _data, signal) => publishDue({ ...work, catalogues }, signal));
  const period = z.object({ year: z.int(), period: z.int() });
  jobs.provide(PUBLISH_NOW, { data: period }, (work, only, signal) =>
    publishDue({ ...work, catalogues, only }, signal),
  );
}
