// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { Crumb } from '@volee/core-adapter/ui';
import type { LivretRequest } from '../../brick-types.js';
import { handedPath, HOME_PATH, sixthPath } from '../../paths.js';
import type { BilanModel } from '../shared/bilan/bilan.model.js';
import { presentBilan } from '../shared/bilan/bilan.presenter.js';
import { presentPupil } from '../shared/bilan/pupil.presenter.js';
import type { PupilModel } from '../shared/bilan/pupil.view.js';
import { bilanName } from '../../domain/read/name-words.js';
import type { ReadableBilan } from '../../domain/read/readable-bilan.js';
import type { ReadersModel } from '../shared/bilan/readers.view.js';
import { presentReaders } from '../shared/bilan/readers.presenter.js';
import type { HandedRow } from '../../store/handed.entity.js';
import type { ReadBy } from '../../domain/trace/readings.js';
import type { PlaceInClass } from '../../domain/hand-over/next-pupil.js';
import { readContent } from '../../domain/hand-over/readable-handed.js';

/** A bilan that was handed over. */
export interface HandedModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  /** The bilans of the pupil, the last one first. */
  readonly others: readonly { readonly label: string; readonly url: string; readonly isCurrent: boolean }[];
  readonly next: { readonly label: string; readonly url: string } | undefined;
  /** « La copie s’efface le … » */
  readonly ends: string;
  readonly bilan: BilanModel;
  readonly readers: ReadersModel;
  /** Whether parts can be read aloud, as on the pages of parents. */
  readonly canListen: boolean;
}

export interface HandedFacts {
  readonly row: HandedRow;
  readonly bilan: ReadableBilan;
  readonly pupil: Member | undefined;
  /** All copies of the pupil, the oldest first. */
  readonly all: readonly Pick<HandedRow, 'id' | 'content'>[];
  readonly place: PlaceInClass | undefined;
  readonly readings: readonly ReadBy[];
  readonly persons: ReadonlyMap<string, Member>;
  /** The id of the user, when they belong to the family. */
  readonly readerId: string | undefined;
}

type PresenterRequest = Pick<LivretRequest, 't' | 'format' | 'url' | 'schoolYear'>;

/** A bilan that was handed over, for its pupil: the page of a child, and below it the other bilans and the readers. */
export interface HandedPupilModel extends Pick<HandedModel, 'others' | 'readers'> {
  readonly page: PupilModel;
}

export function presentHandedPupil(facts: HandedFacts, request: PresenterRequest): HandedPupilModel {
  const { row, bilan } = facts;
  const { t, format, schoolYear } = request;
  const page = presentPupil(bilan, schoolYear, { t, format });
  const readers = readersOf(facts, request);
  return {
    page: { ...page, help: t('handed.childHelp'), kept: t('handed.ends', { day: format.day(row.until) }) },
    others: othersOf(facts, request),
    // The pupil is not listed to themselves; the user comes last.
    readers: { ...readers, readers: readers.readers.slice(0, -1) },
  };
}

export function presentHanded(facts: HandedFacts, request: PresenterRequest): HandedModel {
  const { row, bilan, pupil, place } = facts;
  const { t, format, url, schoolYear } = request;
  const received = row.revision > 1 ? 'handed.replaced' : 'handed.received';
  const lead = t('read.lead', { bilan: bilanName(bilan, schoolYear, t), school: bilan.schoolName });
  return {
    crumbs: crumbsOf(facts, request),
    title: t('handed.title', { name: pupil?.displayName ?? bilan.givenName }),
    lead: `${lead} ${t(received, { day: format.day(row.receivedAt) })}`,
    others: othersOf(facts, request),
    next: place?.next && {
      label: t('handed.next', { name: place.next.name }),
      url: url(handedPath(place.next.id)),
    },
    ends: t('handed.ends', { day: format.day(row.until) }),
    bilan: presentBilan(bilan, { t, format }),
    readers: readersOf(facts, request),
    canListen: facts.readerId !== undefined,
  };
}

function crumbsOf({ bilan, place, pupil }: HandedFacts, { t, url }: PresenterRequest): Crumb[] {
  const home = { label: t('title'), url: url(HOME_PATH) };
  const group = place && { label: place.name, url: url(sixthPath(place.groupId)) };
  return [home, ...(group ? [group] : []), { label: pupil?.displayName ?? bilan.givenName }];
}

function othersOf({ row, all }: HandedFacts, { t, url, schoolYear }: PresenterRequest): HandedModel['others'] {
  return [...all].reverse().map(({ id, content }) => {
    const { year, period, rhythm, level } = readContent(content);
    const label = bilanName({ year, period, level, rhythm: rhythm ?? undefined }, schoolYear, t);
    return { label, url: url(handedPath(id)), isCurrent: id === row.id };
  });
}

function readersOf({ readings, persons, readerId, bilan }: HandedFacts, words: PresenterRequest): ReadersModel {
  const { readers } = presentReaders(
    { readings, persons, readerId, adults: [], givenName: bilan.givenName },
    { t: words.t, format: words.format },
  );
  return { readers, others: [words.t('handed.readers', { name: bilan.givenName })] };
}
