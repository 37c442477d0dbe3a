// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { ReadBy } from '../../../domain/trace/readings.js';
import type { Words } from './bilan.presenter.js';
import type { ReaderLine, ReadersModel } from './readers.view.js';

export interface ReadersFacts {
  readonly readings: readonly ReadBy[];
  readonly persons: ReadonlyMap<string, Member>;
  /** The id of the user, when they are a guardian of the pupil. */
  readonly readerId: string | undefined;
  /** The adults of the school that may read it. */
  readonly adults: readonly Member[];
  readonly givenName: string;
}

/** The readers of a bilan. A guardian comes last in their own list, and reads below it which adults of the school may read it. */
export function presentReaders(facts: ReadersFacts, words: Words): ReadersModel {
  const { readings, readerId, adults, givenName } = facts;
  const { t, format } = words;
  const others = readings.filter(({ personId }) => personId !== readerId);
  const own = readings.find(({ personId }) => personId === readerId);
  if (readerId === undefined) return { readers: others.map((one) => readerLine(one, facts, words)), others: [] };
  const names = format.list(adults.map(({ displayName }) => displayName));
  return {
    readers: [
      ...others.map((one) => readerLine(one, facts, words)),
      { name: t('readers.you'), ...yourState(own, words) },
    ],
    others: [...(names === '' ? [] : [t('readers.adults', { names })]), t('readers.later', { name: givenName })],
  };
}

function yourState(own: ReadBy | undefined, { t, format }: Words): Omit<ReaderLine, 'name'> {
  if (own?.confirmedAt === undefined) return { detail: t('readers.now'), isDone: false };
  return { detail: t('readers.youConfirmed', { day: format.day(own.confirmedAt) }), isDone: true };
}

function readerLine(one: ReadBy, { persons }: ReadersFacts, { t, format }: Words): ReaderLine {
  const name = persons.get(one.personId)?.displayName ?? t('readers.gone');
  const confirmed = one.confirmedAt && t('readers.confirmed', { day: format.day(one.confirmedAt) });
  return { name, detail: confirmed ?? format.day(one.at), isDone: true };
}
