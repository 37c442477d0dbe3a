// SPDX-License-Identifier: EUPL-1.2
import { HAND_OVER_PATH, RECALL_PATH } from '../../paths.js';
import { presentChoice, presentUnknown, type TypedChoice } from './choice.presenter.js';
import { presentColleges, presentRefused } from './college-card.presenter.js';
import type { HandOverModel } from './hand-over.model.js';
import { handOverDates } from '../../domain/hand-over/hand-over-dates.js';
import type { LeaverPlace } from '../../domain/hand-over/parcels-of-leaver.js';
import type { PresenterRequest } from './presenter-request.js';
import type { ReadPlaces } from '../../domain/hand-over/read-places.js';

export interface PresenterOptions {
  /** The UAI of a collège: its pupils may change it. */
  readonly change?: string | undefined;
  readonly typed?: TypedChoice | undefined;
  readonly problem?: string | undefined;
}

export function presentHandOver(
  read: ReadPlaces,
  { change, typed, problem }: PresenterOptions,
  request: PresenterRequest,
): HandOverModel {
  const { t, format, url, school, clock } = request;
  const { places, year } = read;
  const { until } = handOverDates(year, school.timeZone);
  const of = (step: LeaverPlace['step']): LeaverPlace[] => places.filter((place) => place.step === step);
  const [ready, none, outside] = [of('ready'), of('noCollege'), of('outside')];
  const refused = presentRefused(places, request);
  const sentences = [
    t('handOver.today', { day: format.day(clock.now()) }),
    ...(refused ? [t('handOver.refusedLead', { count: refused.lines.length })] : []),
    ...(ready.length > 0 ? [t('handOver.ready', { count: ready.length })] : []),
    ...(none.length > 0 ? [t('handOver.none', { count: none.length })] : []),
  ];
  return {
    title: t('handOver.title', { count: places.length }),
    lead: sentences.join(' '),
    problem,
    refused,
    isChange: change !== undefined,
    choose: presentChoice(read, { change, typed }, request),
    cards: presentColleges(places, request),
    outside:
      outside.length === 0
        ? undefined
        : {
            names: format.list(outside.map(({ leaver }) => leaver.name)),
            changeUrl: url(`${HAND_OVER_PATH}?change=outside`),
          },
    unknown: presentUnknown(read, { typed }, request),
    ends: t('handOver.ends', { day: format.day(until) }),
    ...{ url: url(HAND_OVER_PATH), recallUrl: url(RECALL_PATH) },
  };
}
