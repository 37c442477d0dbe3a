// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, NotFoundError, type PageReply, type Reply, type UndoNote } from '@volee/core-adapter';
import type { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { HAND_OVER_PATH, OFFER_PATH, RECALL_PATH } from '../../paths.js';
import { CHOOSE } from './choice.presenter.js';
import { chooseCollege, takeChoiceBack } from '../../domain/hand-over/choose-college.js';
import { handOverBody, handOverQuery, offerQuery, OUTSIDE, recallBody } from './hand-over.input.js';
import { livretTabs } from '../shared/livret-tabs.js';
import { presentHandOver, type PresenterOptions } from './hand-over.presenter.js';
import { HandOverView } from './hand-over.view.js';
import { presentOffer } from './offer.presenter.js';
import { OfferView } from './offer.view.js';
import { mayOfferAgain, type LeaverPlace } from '../../domain/hand-over/parcels-of-leaver.js';
import { offerBilans } from '../../domain/hand-over/offer-bilans.js';
import type { Leaver } from '../../domain/hand-over/read-leavers.js';
import { readPlaces, type ReadPlaces } from '../../domain/hand-over/read-places.js';
import { recallParcels } from '../../domain/hand-over/recall-parcels.js';

type Form = z.output<typeof handOverBody>;

/** The steps in which nothing is at the collège. */
const NOT_OFFERED: readonly LeaverPlace['step'][] = ['noBilan', 'ready', 'outside'];

/** Registers the hand-over: the head of an école chooses collèges, offers bilans, and takes them back until they arrive. */
export function registerHandOver({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  const route = { access: 'handOver' } as const;

  http.get(HAND_OVER_PATH, { ...route, query: handOverQuery }, async (request) => {
    return handOverPage(await readPlaces(request), request, request.query);
  });

  http.get(OFFER_PATH, { ...route, query: offerQuery }, async (request) => {
    const { t, page, asset, redirect, query } = request;
    const model = presentOffer(await readPlaces(request), query.to, request);
    if (!model) return redirect(HAND_OVER_PATH, t('handOver.changed'));
    return page(model.title, <OfferView model={model} t={t} />, { styles: [asset('livret-bridge-board.css')] });
  });

  http.post(HAND_OVER_PATH, { ...route, body: handOverBody }, async (request) => {
    const read = await readPlaces(request);
    refuseStrangers(read, request.body);
    if (request.body.do === 'choose') return choose(read, request.body, request);
    if (request.body.do === 'unchoose') return unchoose(read, request.body, request);
    return offer(read, request.body, { ...request, catalogues });
  });

  http.post(RECALL_PATH, { ...route, body: recallBody }, async (request) => {
    const { body, db, handOver, redirect, t } = request;
    const read = await readPlaces(request);
    refuseStrangers(read, body);
    try {
      const isMeant = ({ pupilId }: { readonly pupilId: string }): boolean => body.pupil.includes(pupilId);
      const pupils = await db.transaction(() => recallParcels(isMeant, handOver));
      const notice = pupils === 0 ? t('handOver.tooLate') : t('handOver.recalled', { count: pupils });
      return redirect(HAND_OVER_PATH, notice);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      return handOverPage(await readPlaces(request), request, { problem: t('handOver.changed') }, 409);
    }
  });
}

function refuseStrangers({ places, unknown }: ReadPlaces, { pupil }: Pick<Form, 'pupil'>): void {
  const listed = new Set([...places.map(({ leaver }) => leaver.id), ...unknown.map(({ id }) => id)]);
  if (pupil.some((id) => !listed.has(id))) throw new NotFoundError('A pupil is not in CM2 here.');
}

async function choose(read: ReadPlaces, { pupil, to, form = CHOOSE }: Form, request: LivretRequest): Promise<Reply> {
  const { t, redirect } = request;
  const isKnown = to === OUTSIDE || read.colleges.some(({ uai }) => uai === to);
  if (pupil.length === 0 || to === undefined || !isKnown) {
    const problems = {
      ...(pupil.length === 0 && { pupil: t('handOver.noPupil') }),
      ...(!isKnown && { to: t('handOver.noCollege') }),
    };
    return handOverPage(read, request, { typed: { form, pupilIds: pupil, college: to, problems } }, 400);
  }
  const college = collegeOf(to);
  const recalled = await chooseCollege({ pupilIds: pupil, year: read.year, college }, request);
  const notice = t('handOver.chose', { count: pupil.length });
  const [before, ...others] = new Set(leaversOf(read, pupil).map(({ chosen }) => chosen));
  // An offer that was recalled does not come back, and one form leads back to one collège.
  if (recalled > 0 || others.length > 0) return redirect(HAND_OVER_PATH, notice);
  const fields = {
    do: 'unchoose',
    pupil,
    to,
    ...(before !== undefined && { before: before === '' ? OUTSIDE : before }),
  };
  return redirect(HAND_OVER_PATH, notice, { path: HAND_OVER_PATH, fields });
}

/** Takes the choice that the notice is about back, unless somebody chose otherwise, offered something, or the collège before is gone since. */
async function unchoose(read: ReadPlaces, { pupil, to = '', before }: Form, request: LivretRequest): Promise<Reply> {
  const { t, redirect } = request;
  const college = collegeOf(to);
  const isThere = ({ leaver, step }: LeaverPlace): boolean =>
    pupil.includes(leaver.id) && leaver.chosen === college && NOT_OFFERED.includes(step);
  const isKnown = before === undefined || before === OUTSIDE || read.colleges.some(({ uai }) => uai === before);
  if (!isKnown || pupil.length === 0 || read.places.filter(isThere).length < pupil.length) {
    return handOverPage(read, request, { problem: t('handOver.changed') }, 409);
  }
  const earlier = before === undefined ? undefined : collegeOf(before);
  await takeChoiceBack({ pupilIds: pupil, year: read.year, college, before: earlier }, request);
  return redirect(HAND_OVER_PATH, t('handOver.unchose', { count: pupil.length }));
}

/** The UAI of a collège; empty for one that is not on this platform. */
function collegeOf(to: string): string {
  return to === OUTSIDE ? '' : to;
}

function leaversOf({ places, unknown }: ReadPlaces, pupilIds: readonly string[]): Leaver[] {
  return [...places.map(({ leaver }) => leaver), ...unknown].filter(({ id }) => pupilIds.includes(id));
}

/** Offers bilans, or again what was refused. Pupils that another head recalled, offered or chose otherwise meanwhile are left out. */
async function offer(
  read: ReadPlaces,
  { do: act, pupil, to }: Form,
  request: LivretRequest & { readonly catalogues: Catalogues },
): Promise<Reply> {
  const { t, format, redirect } = request;
  const isMeant = (place: LeaverPlace): boolean =>
    act === 'again' ? mayOfferAgain(place) : place.toSend > 0 && place.step !== 'refused';
  const going = read.places.filter(
    (place) => pupil.includes(place.leaver.id) && place.college?.uai === to && isMeant(place),
  );
  if (to === undefined || going.length === 0) {
    return handOverPage(read, request, { problem: t('handOver.changed') }, 409);
  }
  const bilanIds = going.flatMap(({ leaver }) => leaver.bilans.map(({ id }) => id));
  const { unlike } = await offerBilans({ bilanIds, to, cm2Year: read.year }, request);
  const notice = t('handOver.offered', { count: going.length });
  // Taking back what was sent further, or offered after a refusal, would also take back what was there before.
  const isFirst = going.every(({ step }) => step === 'ready');
  const undo: UndoNote = { path: RECALL_PATH, fields: { pupil: going.map(({ leaver }) => leaver.id) } };
  if (unlike.length === 0) return redirect(HAND_OVER_PATH, notice, isFirst ? undo : undefined);
  const names = going.filter(({ leaver }) => unlike.some((row) => row.pupilId === leaver.id));
  const problem = t('handOver.unlike', { names: format.list(names.map(({ leaver }) => leaver.name)) });
  return handOverPage(await readPlaces(request), request, { problem }, 409);
}

async function handOverPage(
  read: ReadPlaces,
  request: LivretRequest,
  options: PresenterOptions,
  status?: 400 | 409,
): Promise<PageReply> {
  const { t, page, asset } = request;
  const model = presentHandOver(read, options, request);
  return page(t('handOver.name'), <HandOverView model={model} tabs={await livretTabs('handOver', request)} t={t} />, {
    styles: [asset('livret-bridge-handover.css')],
    scripts: [asset('count-ticks.js')],
    ...(status && { status }),
  });
}
