// SPDX-License-Identifier: EUPL-1.2
import type { BrickJob } from '../bricks/brick-job.js';

/** The data of a job, parsed by its schema. @throws Error when the schema refuses it */
export function parseJobData({ name, data: schema }: BrickJob, data: unknown): unknown {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [...path, message].join(': '));
  throw new Error(`the schema of the job "${name}" refuses its data (${problems.join('; ')})`);
}
