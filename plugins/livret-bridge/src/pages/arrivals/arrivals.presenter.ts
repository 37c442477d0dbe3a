// SPDX-License-Identifier: EUPL-1.2
import type { Tick } from '@volee/core-adapter/ui';
import type { LivretRequest } from '../../brick-types.js';
import { ARRIVALS_PATH, HOME_PATH } from '../../paths.js';
import type { Answer } from './arrivals.input.js';
import type { ArrivingPupil, Arrivals, OfferingSchool } from '../../domain/arrivals/read-arrivals.js';

export interface ArrivalsModel {
  readonly title: string;
  readonly lead: string;
  readonly problem: string | undefined;
  readonly offers: readonly OfferModel[];
  readonly waiting: WaitingModel | undefined;
  readonly year: YearModel;
  readonly url: string;
  readonly homeUrl: string;
}

/** The offers of one école, as a form. */
export interface OfferModel {
  readonly uai: string;
  readonly name: string;
  readonly count: string;
  readonly since: string;
  readonly fold: string;
  readonly isOpen: boolean;
  readonly ticks: readonly Tick[];
  readonly answer: Pick<Answer, 'reason' | 'word'>;
  readonly wordProblem: string | undefined;
}

export interface WaitingModel {
  readonly title: string;
  /** Pupils who wait for a decision of an administrator, or for the brick. */
  readonly asking: readonly { readonly name: string; readonly from: string; readonly why: string }[];
  /** Pupils who arrive by themselves. */
  readonly fold: string;
  readonly expected: readonly string[];
}

export interface YearModel {
  readonly title: string;
  /** Undefined while none is accepted: a zero is left out. */
  readonly text: string | undefined;
  readonly value: number;
  readonly max: number;
}

/** An answer that was not carried out, with a sentence for the page or beside the word. */
export interface TypedAnswer {
  readonly answer?: Answer;
  readonly problem?: string;
  readonly wordProblem?: string;
}

type PresenterRequest = Pick<LivretRequest, 't' | 'format' | 'url'>;

export function presentArrivals(
  { offering, waiting, year, arrived }: Arrivals,
  typed: TypedAnswer,
  request: PresenterRequest,
): ArrivalsModel {
  const { t, url } = request;
  const count = offering.reduce((sum, { pupils }) => sum + pupils.length, 0);
  const accepted = arrived + waiting.length;
  const from = t('arrivals.from', { count: offering.length, year });
  return {
    title: count === 0 ? t('arrivals.none') : t('arrivals.title', { count }),
    lead: count === 0 ? t('arrivals.noneLead') : from,
    problem: typed.problem,
    offers: offering.map((one) => offerOf(one, typed, request)),
    waiting: waiting.length === 0 ? undefined : waitingOf(waiting, request),
    year: {
      title: t('arrivals.year', { year }),
      text: accepted === 0 ? undefined : t('arrivals.yearText', { count: accepted, total: accepted + count }),
      ...{ value: accepted, max: Math.max(accepted + count, 1) },
    },
    ...{ url: url(ARRIVALS_PATH), homeUrl: url(HOME_PATH) },
  };
}

/** The offer of an école. All pupils are ticked at first. */
function offerOf(
  { uai, name, pupils, offeredAt }: OfferingSchool,
  typed: TypedAnswer,
  request: PresenterRequest,
): OfferModel {
  const { t, format } = request;
  const own = typed.answer?.from === uai ? typed.answer : undefined;
  const ticks = pupils.map(({ id, name: label }): Tick => {
    return { value: id, label, checked: own === undefined || own.pupil.includes(id) || !own.shown.includes(id) };
  });
  const count = pupils.length;
  return {
    ...{ uai, name, ticks, isOpen: own !== undefined || count <= 3 },
    count: t('arrivals.count', { count }),
    since: t('arrivals.since', { day: format.day(offeredAt) }),
    fold: t('arrivals.fold', { count }),
    answer: own ?? { reason: 'later', word: '' },
    wordProblem: own && typed.wordProblem,
  };
}

function waitingOf(waiting: readonly ArrivingPupil[], { t, format }: PresenterRequest): WaitingModel {
  const asking = waiting.flatMap(({ name, parcels }) => {
    const parcel = parcels.find((one) => one.waiting === 'question') ?? parcels.find((one) => one.waiting === 'brick');
    if (!parcel || (parcel.waiting !== 'question' && parcel.waiting !== 'brick')) return [];
    const from = t('arrivals.fromSince', { school: parcel.from.name, day: format.day(parcel.offeredAt) });
    return [{ name, from, why: t(`arrivals.${parcel.waiting}`) }];
  });
  const expected = waiting.filter(
    ({ parcels }) => !parcels.some((one) => one.waiting === 'question' || one.waiting === 'brick'),
  );
  return {
    title: t('arrivals.waiting', { count: waiting.length }),
    asking,
    fold: t('arrivals.expected', { count: expected.length }),
    expected: expected.map(({ name, parcels }) => `${name}, ${parcels[0]?.from.name ?? ''}`),
  };
}
