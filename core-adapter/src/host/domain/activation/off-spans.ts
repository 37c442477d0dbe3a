// SPDX-License-Identifier: EUPL-1.2
import type { TimeSpan } from '../../../api/brick-jobs.js';
import type { Profile } from '../../../api/people.js';
import type { UnitOfWork } from '../../infra/database/unit-of-work.js';
import { ActivationRow } from './activation.entity.js';

/** The spans of time between two instants in which nobody of a school, or of one profile there, had a brick, the earliest first. */
export async function offSpans(
  unitOfWork: UnitOfWork,
  where: { readonly uai: string; readonly brick: string },
  { from, until: last, profile }: TimeSpan & { readonly profile?: Profile | undefined },
): Promise<TimeSpan[]> {
  const rows = await unitOfWork.run((manager) => manager.find(ActivationRow, { where, order: { from: 'ASC' } }));
  const off: TimeSpan[] = [];
  let end = from;
  for (const rule of rows) {
    if (profile !== undefined && rule.profiles.length > 0 && !rule.profiles.includes(profile)) continue;
    const until = rule.until ?? last;
    // A rule that was called off before it began was never in force.
    if (until <= rule.from || until <= end || rule.from >= last) continue;
    if (rule.from > end) off.push({ from: end, until: rule.from });
    end = until;
  }
  return end < last ? [...off, { from: end, until: last }] : off;
}
