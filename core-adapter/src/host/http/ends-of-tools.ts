// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../api/i18n.js';
import type { Clock } from '../../api/log.js';
import { formatFor } from '../infra/i18n/format.js';
import type { SchoolContext } from './school-context.js';

/** The first day without the brick, for each brick that the person is about to lose: « lundi 7 décembre ». */
export async function endsOfTools(
  { clock }: { readonly clock: Clock },
  visit: SchoolContext,
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const { weekdayAndDay } = formatFor(language, visit.school.timeZone, clock);
  const ends = new Map<string, string>();
  for (const brick of await visit.bricks()) {
    const end = await visit.endOf(brick);
    if (end) ends.set(brick.id, weekdayAndDay(end));
  }
  return ends;
}
