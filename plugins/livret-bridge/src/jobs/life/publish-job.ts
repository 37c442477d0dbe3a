// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { PUBLISH } from '../../domain/life/enqueue-publication.js';
import { publishDue } from '../../domain/life/publish-due.js';

/** Registers the job that publishes at the instant that the head chose. The hourly run finds what an enqueued one has missed. */
export function registerPublication({ jobs }: Pick<LivretBrick, 'jobs'>, catalogues: Catalogues): void {
  jobs.provide(PUBLISH, { data: z.object({}), every: '7 * * * *' }, (work, _data, signal) =>
    publishDue({ ...work, catalogues }, signal),
  );
}
