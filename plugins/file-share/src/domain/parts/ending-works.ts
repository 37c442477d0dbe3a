// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { childTakeAllPath, TAKE_ALL_PATH } from '../../paths.js';
import type { Settings } from '../../settings.js';
import { lastDayOfParts } from '../time/kept-years.js';
import { ofName } from './part-words.js';
import type { PartOf } from './read-parts.js';

/** That works of a pupil are out of reach soon, and the way to take along what « Tout emporter » has of them. */
export interface EndingModel {
  readonly text: string;
  readonly url: string | undefined;
}

type EndingPart = Pick<PartOf, 'work' | 'row'>;
type Reader = Pick<FileShareRequest, 'clock' | 't' | 'url' | 'format'>;

/**
 * In July: that a pupil finds what they have not begun until 31 July. At any time: until when what they have begun or got back is kept, and in
 * July and August, that it goes on 31 August.
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

/** The same for a guardian: of what was begun, they take along what was given back. */
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

/** The next day on which some of these go. Of what the next night deletes, no page names a day that is over. */
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
