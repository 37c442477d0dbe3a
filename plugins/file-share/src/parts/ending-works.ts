// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../brick-types.js';
import { TAKE_ALL_PATH } from '../paths.js';
import type { Settings } from '../settings.js';
import { dayOf } from '../time/wall-clock.js';
import { lastDayOfParts } from '../year/kept-years.js';
import type { PartOf } from './read-parts.js';

/** That works and corrections of a pupil go soon, and the way to take them along. */
export interface EndingModel {
  readonly text: string;
  readonly url: string;
}

/** From 1 July to 31 August: that what the pupil has begun or got back goes on that 31 August. Undefined when nothing of it does. */
export function endingWorks(
  parts: readonly Pick<PartOf, 'work' | 'row'>[],
  keepWorks: Settings['keepWorks'],
  { clock, school, t, url }: Pick<FileShareRequest, 'clock' | 'school' | 't' | 'url'>,
): EndingModel | undefined {
  const [year = '', month = ''] = dayOf(clock.now(), school.timeZone).split('-');
  if (month !== '07' && month !== '08') return undefined;
  const isEnding = parts.some(
    ({ row, work }) =>
      row !== undefined && row.state !== 'given' && lastDayOfParts(keepWorks, work.year) === `${year}-08-31`,
  );
  return isEnding ? { text: t('mine.ending'), url: url(TAKE_ALL_PATH) } : undefined;
}
