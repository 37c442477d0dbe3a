// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { childTakeAllPath, TAKE_ALL_PATH } from '../../paths.js';
import type { Settings } from '../../settings.js';
import { lastDayOfParts } from '../time/kept-years.js';
import { ofName } from './part-words.js';
import type { LoadedPart } from './load-part.js';

/** The notice that works of a pupil are out of reach soon, and the link « Tout emporter » to take them along. */
export interface EndingModel {
  readonly text: string;
  readonly url: string | undefined;
}

type EndingPart = Pick<LoadedPart, 'work' | 'row'>;
type Reader = Pick<FileShareRequest, 'clock' | 't' | 'url' | 'format'>;

/**
 * The notices for a pupil. In July: works that they have not begun can be found until 31 July. At any time: until when works that they have
 * begun or got back are kept; in July and August, that these go on 31 August.
 */
export function endingWorks(
  parts: readonly EndingPart[],
  keepWorks: Settings['keepWorks'],
  reader: Reader,
): EndingModel[] {
  const { t, url } = reader;
  const day = firstEnd(parts.filter(isBegun), keepWorks, reader);
  if (day === undefined) return endOfUnbegun(parts, reader);
  const text = goesThisSummer(day, reader) ? t('mine.ending') : t('mine.keptUntil', { day: reader.format.day(day) });
  return [...endOfUnbegun(parts, reader), { text, url: url(TAKE_ALL_PATH) }];
}

/** The notices for a guardian, so that they can save the works that were given back. */
export function endingWorksOf(
  { id, givenName }: Pick<Member, 'id' | 'givenName'>,
  parts: readonly EndingPart[],
  keepWorks: Settings['keepWorks'],
  reader: Reader,
): EndingModel[] {
  const { t, url } = reader;
  const givenBack = parts.filter(({ row }) => row?.givenBackAt != null);
  const day = firstEnd(givenBack, keepWorks, reader);
  if (day === undefined) return endOfUnbegun(parts, reader);
  const of = ofName(givenName, t);
  const text = goesThisSummer(day, reader)
    ? t('family.ending', { of })
    : t('family.keptUntil', { of, day: reader.format.day(day) });
  return [...endOfUnbegun(parts, reader), { text, url: url(childTakeAllPath(id)) }];
}

/** In July: from 1 August on, pupils and guardians find in their lists only the works that the pupil has begun. */
function endOfUnbegun(parts: readonly EndingPart[], reader: Reader): EndingModel[] {
  const isLeft = isIn(['07'], reader) && parts.some((part) => !isBegun(part));
  return isLeft ? [{ text: reader.t('mine.endingUnbegun'), url: undefined }] : [];
}

function isBegun({ row }: EndingPart): boolean {
  return row !== undefined && row.state !== 'given';
}

/** The next day on which some of these parts go. A day that is over is not named, although the next night deletes such parts. */
function firstEnd(
  parts: readonly EndingPart[],
  keepWorks: Settings['keepWorks'],
  { clock }: Reader,
): string | undefined {
  const today = clock.today();
  const days = parts.map(({ work }) => lastDayOfParts(keepWorks, work.year, today));
  return days.filter((day) => day >= today).sort()[0];
}

function goesThisSummer(day: string, reader: Reader): boolean {
  return isIn(['07', '08'], reader) && day === `${reader.clock.today().slice(0, 4)}-08-31`;
}

function isIn(months: readonly string[], reader: Reader): boolean {
  return months.includes(reader.clock.today().slice(5, 7));
}
