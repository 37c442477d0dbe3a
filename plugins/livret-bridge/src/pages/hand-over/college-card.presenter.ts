// SPDX-License-Identifier: EUPL-1.2
import { asSentence } from '../../domain/read/as-sentence.js';
import { HAND_OVER_PATH, offerOf } from '../../paths.js';
import type { CollegeCard, HandOverModel, ReadyPart, SendPart, SentLine } from './hand-over.model.js';
import type { PresenterRequest } from './presenter-request.js';
import { mayOfferAgain, type LeaverPlace, type LeaverStep } from '../../domain/hand-over/parcels-of-leaver.js';

/** The order of lines: lines that need an action of the head come first. Refused livrets are not among them: see `presentRefused`. */
const SENT: readonly LeaverStep[] = ['expired', 'offered', 'accepted', 'delivered'];

const COUNTS = {
  ready: 'handOver.countReady',
  refused: 'handOver.countRefused',
  expired: 'handOver.countExpired',
  offered: 'handOver.countOffered',
  accepted: 'handOver.countAccepted',
  delivered: 'handOver.countDelivered',
} as const;

/** Presents the pupils with a refused livret, of all collèges. */
export function presentRefused(places: readonly LeaverPlace[], request: PresenterRequest): HandOverModel['refused'] {
  const refused = places.filter(({ step }) => step === 'refused');
  if (refused.length === 0) return undefined;
  const { t } = request;
  return {
    title: t('handOver.refusedTitle', { count: refused.length }),
    lines: refused.map((place) => {
      const { uai = '', name = '' } = place.college ?? {};
      const line = lineOf(place, request);
      return { ...line, uai, detail: t('handOver.refusedBy', { school: name, detail: line.detail }) };
    }),
  };
}

/** Presents a card for each collège, those with something to offer first. A collège with refused pupils alone has none. */
export function presentColleges(places: readonly LeaverPlace[], request: PresenterRequest): readonly CollegeCard[] {
  const uais = [...new Set(places.flatMap(({ college, step }) => (step === 'refused' ? [] : (college?.uai ?? []))))];
  return uais
    .map((uai) =>
      cardOf(
        places.filter(({ college }) => college?.uai === uai),
        request,
      ),
    )
    .sort(
      (a, b) => Number(b.ready !== undefined) - Number(a.ready !== undefined) || a.name.localeCompare(b.name, 'fr'),
    );
}

function cardOf(places: readonly LeaverPlace[], request: PresenterRequest): CollegeCard {
  const { t, url } = request;
  const college = places[0]?.college ?? { uai: '', name: '' };
  const of = (step: LeaverStep): LeaverPlace[] => places.filter((place) => place.step === step);
  const counts = (['ready', 'refused', ...SENT] as (keyof typeof COUNTS)[]).flatMap((step) => {
    const count = of(step).length;
    return count === 0 ? [] : [t(COUNTS[step], { count })];
  });
  const again = SENT.flatMap(of).filter(({ toSend }) => toSend > 0);
  const noBilan = of('noBilan').map(({ leaver }) => leaver.name);
  return {
    ...college,
    tag: counts.join(', '),
    ready: readyPart(of('ready'), college.uai, request),
    again: again.length === 0 ? undefined : againPart(again, t),
    noBilan:
      noBilan.length === 0
        ? undefined
        : { text: t('handOver.noBilan', { count: noBilan.length }), ...namesPart(noBilan, t) },
    lines: SENT.flatMap(of).map((place) => lineOf(place, request)),
    changeUrl: url(`${HAND_OVER_PATH}?change=${college.uai}`),
  };
}

function readyPart(ready: readonly LeaverPlace[], uai: string, { t, url }: PresenterRequest): ReadyPart | undefined {
  if (ready.length === 0) return undefined;
  const chosen = ready.filter(({ isChosen }) => isChosen).length;
  const there = ready.length - chosen;
  return {
    url: url(offerOf(uai)),
    button: t('handOver.offer', { count: ready.length }),
    facts: [
      ...(there > 0 ? [{ icon: 'check-lg', text: t('handOver.there', { count: there }) }] : []),
      ...(chosen > 0 ? [{ icon: 'hand-index-thumb-fill', text: t('handOver.chosen', { count: chosen }) }] : []),
    ],
    ...namesPart(
      ready.map(({ leaver }) => leaver.name),
      t,
    ),
  };
}

function namesPart(names: readonly string[], t: PresenterRequest['t']): Pick<ReadyPart, 'fold' | 'names'> {
  return { fold: t('handOver.names', { count: names.length }), names };
}

function againPart(again: readonly LeaverPlace[], t: PresenterRequest['t']): SendPart {
  const count = again.reduce((sum, { toSend }) => sum + toSend, 0);
  return {
    pupilIds: again.map(({ leaver }) => leaver.id),
    text: t('handOver.again', { count }),
    button: t('handOver.sendAgain', { count }),
  };
}

const TAGS = {
  refused: { kind: 'bad', icon: 'x-lg', key: 'handOver.refused' },
  expired: { kind: 'warn', icon: 'hourglass-bottom', key: 'handOver.expired' },
  delivered: { kind: 'good', icon: 'check-lg', key: 'handOver.delivered' },
  question: { kind: 'warn', icon: 'hourglass-split', key: 'handOver.waits' },
} as const;

function lineOf(place: LeaverPlace, request: PresenterRequest): SentLine {
  const { leaver, step, waiting, college } = place;
  const { t, url } = request;
  const tag = new Map<string, (typeof TAGS)[keyof typeof TAGS]>(Object.entries(TAGS)).get(
    waiting === 'question' ? waiting : step,
  );
  return {
    ...{ pupilId: leaver.id, name: leaver.name, detail: detailOf(place, request) },
    tag: tag && { kind: tag.kind, icon: tag.icon, text: t(tag.key) },
    canRecall: step === 'offered' || step === 'accepted',
    canOfferAgain: mayOfferAgain(place),
    changeUrl: step === 'refused' ? url(`${HAND_OVER_PATH}?change=${college?.uai ?? ''}`) : undefined,
  };
}

const WAITING = {
  arrival: 'handOver.waitsArrival',
  question: 'handOver.waitsQuestion',
  brick: 'handOver.waitsBrick',
  delivery: 'handOver.waitsDelivery',
} as const;

const DETAILS = {
  offered: 'handOver.detailOffered',
  accepted: 'handOver.detailAccepted',
  delivered: 'handOver.detailDelivered',
  expired: 'handOver.detailExpired',
} as const;

function detailOf({ step, at, reason, waiting }: LeaverPlace, { t, format }: PresenterRequest): string {
  const day = at === undefined ? '' : format.day(at);
  if (step === 'refused') {
    return reason === null
      ? t('handOver.detailClosed', { day })
      : t('handOver.detailRefused', { reason: asSentence(reason), day });
  }
  const key = new Map<string, (typeof DETAILS)[keyof typeof DETAILS]>(Object.entries(DETAILS)).get(step);
  const said = key === undefined ? '' : t(key, { day });
  return waiting === null ? said : `${said} ${t(WAITING[waiting])}`;
}
