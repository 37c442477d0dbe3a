// SPDX-License-Identifier: EUPL-1.2
import type { TimeSpan } from '../../../api/jobs.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { ActivationRow } from './activation.entity.js';

/** The spans of time between two instants in which a brick was off in a school for everybody, the earliest first. */
export async function offSpans(
  unitOfWork: UnitOfWork,
  where: { readonly uai: string; readonly brick: string },
  { from, to }: TimeSpan,
): Promise<TimeSpan[]> {
  const rows = await unitOfWork.run((manager) => manager.find(ActivationRow, { where, order: { from: 'ASC' } }));
  const off: TimeSpan[] = [];
  let end = from;
  for (const rule of rows) {
    const until = rule.until ?? to;
    // One that was called off before it began has no time.
    if (until <= rule.from || until <= end || rule.from >= to) continue;
    if (rule.from > end) off.push({ from: end, to: rule.from });
    end = until;
  }
  return end < to ? [...off, { from: end, to }] : off;
}
