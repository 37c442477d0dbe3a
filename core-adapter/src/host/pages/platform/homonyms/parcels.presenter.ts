// SPDX-License-Identifier: EUPL-1.2
import { normaliseForSearch } from '../../../../api/normalise-for-search.js';
import type { ParcelQuestion } from '../../../domain/hand-over/parcel-questions.js';
import { compareNames } from '../../../domain/sync/identity/compare-names.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { PageFormatter } from '../shared/page-formatter.js';
import { birthDaysOf, placesOf, presentDouble } from './homonyms.presenter.js';
import type { ComparedFact, HomonymLine } from './platform-homonyms.model.js';
import type { PlatformParcelModel } from './platform-parcel.view.js';

/** The pupils who were handed over, for the page of homonyms. */
export function presentParcels(questions: readonly ParcelQuestion[], formatter: PageFormatter): HomonymLine[] {
  const { t, number } = formatter;
  return questions.map((question) => {
    const { id, pupilName, from, parcels, candidate } = question;
    const values = { school: from.join(', '), count: parcels, number: number(parcels) };
    return {
      ...{ id, url: parcelUrl(id) },
      person: { name: pupilName, detail: t('platform.parcelDetail', values) },
      other: presentDouble(candidate, formatter),
      why: t(whyOf(question)),
    };
  });
}

export function parcelUrl(id: string): string {
  return `${PLATFORM_URLS.homonyms}/parcels/${id}`;
}

interface ParcelContext {
  /** The name of the person who decided. */
  readonly who: string;
  readonly problem?: string | undefined;
  readonly reason: string;
}

export function presentParcel(
  question: ParcelQuestion,
  { who, problem, reason }: ParcelContext,
  formatter: PageFormatter,
): PlatformParcelModel {
  const { t, number, day } = formatter;
  const { id, from, toName, parcels, answerBy } = question;
  return {
    url: parcelUrl(id),
    why: t(whyOf(question)),
    columns: [
      t('platform.parcelHanded', { of: from.map((name) => t('school.of', { name })).join(', ') }),
      t('platform.parcelThere', { of: t('school.of', { name: toName }) }),
    ],
    facts: factsOf(question, formatter),
    delivered: t('platform.parcelSameDelivered', {
      count: parcels,
      number: number(parcels),
      at: t('school.at', { name: toName }),
    }),
    waits: t('platform.parcelDifferentWaits', { day: day(answerBy) }),
    decided: decisionOf(question, who, formatter),
    problem,
    reason,
  };
}

function decisionOf({ state, decidedAt, reason }: ParcelQuestion, who: string, { t, when }: PageFormatter): string[] {
  if (state === 'open' || decidedAt === null) return [];
  const sentence = t(`platform.parcelDecided.${state}`, { who, when: when(decidedAt) });
  return reason === null ? [sentence] : [sentence, t('platform.homonymDecidedReason', { reason })];
}

/** The reason to ask, in the words that an administrator compares. */
function whyOf({ witnesses, candidate, numbers }: ParcelQuestion): HostKey {
  const { birthDate } = witnesses;
  const isDaySame = birthDate !== undefined && candidate.birthDates.includes(birthDate);
  if (numbers === 'same') {
    if (!isDaySame) return 'platform.parcelWhy.day';
    const isOther = compareNames(witnesses.givenName, candidate.givenName) === 'differs';
    return isOther ? 'platform.parcelWhy.name' : 'platform.parcelWhy.several';
  }
  if (isDaySame) return numbers === 'lacking' ? 'platform.parcelWhy.lacking' : 'platform.parcelWhy.number';
  const isDayKnown = birthDate !== undefined && candidate.birthDates.length > 0;
  return isDayKnown ? 'platform.parcelWhy.otherDay' : 'platform.parcelWhy.noDay';
}

function factsOf(question: ParcelQuestion, formatter: PageFormatter): ComparedFact[] {
  const { t } = formatter;
  const { witnesses, candidate, numbered, numbers, from } = question;
  const fact = (label: HostKey, one: readonly string[], other: readonly string[]): ComparedFact => {
    const said = [one, other].map((lines) => lines.filter((line) => line !== ''));
    const orUnknown = (lines: readonly string[] = []) => (lines.length > 0 ? lines : [t('platform.fact.unknown')]);
    const differs =
      said.every((lines) => lines.length > 0) && normaliseForSearch(one.join()) !== normaliseForSearch(other.join());
    return { label: t(label), values: [orUnknown(said[0]), orUnknown(said[1])], differs };
  };
  const days = (birthDates: readonly string[]) => birthDaysOf({ birthDates }, formatter);
  const ine = (isKnown: boolean): string =>
    t(`platform.ine.${!isKnown ? 'none' : numbers === 'lacking' ? 'given' : numbers}`);
  return [
    fact('platform.fact.givenName', [witnesses.givenName], [candidate.givenName]),
    fact('platform.fact.familyName', [witnesses.familyName], [candidate.familyName]),
    fact('platform.fact.birthDate', days(witnesses.birthDate ? [witnesses.birthDate] : []), days(candidate.birthDates)),
    {
      ...{ label: t('platform.fact.ine'), values: [[ine(numbered)], [ine(candidate.numbered)]] },
      differs: numbers === 'different',
    },
    { ...fact('platform.fact.places', from, placesOf(candidate)), differs: false },
  ];
}
