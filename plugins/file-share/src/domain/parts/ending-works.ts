// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { childTakeAllPath, TAKE_ALL_PATH } from '../../paths.js';
import type { Settings } from '../../settings.js';
import { lastDayOfParts } from '../time/kept-years.js';
import type { LoadedPart } from './load-part.js';

/** The notice that works of a pupil are out of reach soon, and the link « Tout télécharger » to take them along. */
export interface EndingModel {
  readonly text: string;
  readonly url: string | undefined;
  /** Whether something is to be done about it by now: such a notice stands above the works. */
  readonly isSoon: boolean;
}

/** The end of the works of a school year. From 1 July on it is soon. */
interface WorksEnd {
  readonly isSoon: boolean;
  readonly words: { readonly year: string; readonly day: string };
}

type EndingPart = Pick<LoadedPart, 'work' | 'row'>;
type Reader = Pick<FileShareRequest, 'clock' | 't' | 'url' | 'format'>;

/**
 * The notices for a pupil. In July: works that they have not begun can be found until 31 July. At any time: until when works that they have
 * begun or got back are kept; from July on, that these go after 14 October.
 */
export function endingWorks(
  parts: readonly EndingPart[],
  keepWorks: Settings['keepWorks'],
  reader: Reader,
): EndingModel[] {
  const { t, url } = reader;
  const end = firstEnd(parts.filter(isBegun), keepWorks, reader);
  if (!end) return endOfUnbegun(parts, reader);
  const text = t(end.isSoon ? 'mine.ending' : 'mine.keptUntil', end.words);
  return [...endOfUnbegun(parts, reader), { text, url: url(TAKE_ALL_PATH), isSoon: end.isSoon }];
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
  const end = firstEnd(givenBack, keepWorks, reader);
  if (!end) return endOfUnbegun(parts, reader);
  const words = { ...end.words, name: givenName };
  const text = t(end.isSoon ? 'family.ending' : 'family.keptUntil', words);
  return [...endOfUnbegun(parts, reader), { text, url: url(childTakeAllPath(id)), isSoon: end.isSoon }];
}

/** In July: from 1 August on, pupils and guardians find in their lists only the works that the pupil has begun. */
function endOfUnbegun(parts: readonly EndingPart[], reader: Reader): EndingModel[] {
  const isLeft = reader.clock.today().slice(5, 7) === '07' && parts.some((part) => !isBegun(part));
  return isLeft ? [{ text: reader.t('mine.endingUnbegun'), url: undefined, isSoon: true }] : [];
}

function isBegun({ row }: EndingPart): boolean {
  return row !== undefined && row.state !== 'given';
}

/**
 * The first school year of which some of these parts are still kept, and until when. A day that is over is not named, although the next night
 * deletes such parts.
 */
function firstEnd(
  parts: readonly EndingPart[],
  keepWorks: Settings['keepWorks'],
  { clock, format }: Reader,
): WorksEnd | undefined {
  const today = clock.today();
  const kept = parts.map(({ work }) => work.year).filter((year) => lastDayOfParts(keepWorks, year) >= today);
  if (kept.length === 0) return undefined;
  const year = Math.min(...kept);
  const day = lastDayOfParts(keepWorks, year);
  const isSoon = today >= `${day.slice(0, 4)}-07-01`;
  return { isSoon, words: { year: `${year}-${year + 1}`, day: format.day(day) } };
}
