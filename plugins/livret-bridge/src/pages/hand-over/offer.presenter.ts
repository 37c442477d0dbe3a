// SPDX-License-Identifier: EUPL-1.2
import { handOverDates } from '../../domain/hand-over/hand-over-dates.js';
import type { LeaverPlace } from '../../domain/hand-over/parcels-of-leaver.js';
import type { ReadPlaces } from '../../domain/hand-over/read-places.js';
import { HAND_OVER_PATH, HOME_PATH } from '../../paths.js';
import type { OfferModel } from './offer.view.js';
import type { PresenterRequest } from './presenter-request.js';

/** Presents what is ready for a collège; undefined when nothing is, or nothing any more. */
export function presentOffer(
  { places, year }: ReadPlaces,
  uai: string,
  { t, format, url, school }: PresenterRequest,
): OfferModel | undefined {
  const ready = places.filter(({ step, college }) => step === 'ready' && college?.uai === uai);
  const [college] = ready.map((place: LeaverPlace) => place.college);
  if (!college) return undefined;
  const count = ready.length;
  const { until } = handOverDates(year, school.timeZone);
  return {
    crumbs: [
      { label: t('title'), url: url(HOME_PATH) },
      { label: t('handOver.name'), url: url(HAND_OVER_PATH) },
      { label: t('offer.crumb') },
    ],
    title: t('offer.title', { count, school: college.name }),
    facts: [
      { title: t('offer.livrets', { count }), detail: format.list(ready.map(({ leaver }) => leaver.name)) },
      { title: t('handOver.goes'), detail: t('offer.goes') },
      { title: t('offer.head'), detail: t('offer.headDetail') },
      { title: t('offer.teachers'), detail: t('offer.teachersDetail') },
      { title: t('offer.families'), detail: t('offer.familiesDetail', { day: format.day(until) }) },
    ],
    uai,
    pupilIds: ready.map(({ leaver }) => leaver.id),
    button: t('handOver.offer', { count }),
    urls: { offer: url(HAND_OVER_PATH), back: url(HAND_OVER_PATH) },
  };
}
