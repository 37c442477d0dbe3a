// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, NotFoundError, type PageReply, type Reply } from '@volee/core-adapter';
import type { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { HAND_OVER_PATH, RECALL_PATH } from '../../paths.js';
import { CHOOSE } from './choice.presenter.js';
import { chooseCollege } from '../../domain/hand-over/choose-college.js';
import { handOverBody, handOverQuery, OUTSIDE, recallBody } from './hand-over.input.js';
import { livretTabs } from '../shared/livret-tabs.js';
import { presentHandOver, type PresenterOptions } from './hand-over.presenter.js';
import { HandOverView } from './hand-over.view.js';
import { offerBilans } from '../../domain/hand-over/offer-bilans.js';
import { readPlaces, type ReadPlaces } from '../../domain/hand-over/read-places.js';
import { recallParcels } from '../../domain/hand-over/recall-parcels.js';

type Form = z.output<typeof handOverBody>;

/** Registers the hand-over: the head of an école chooses collèges, offers bilans, and takes them back until they arrive. */
export function registerHandOver({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  const route = { access: 'handOver' } as const;

  http.get(HAND_OVER_PATH, { ...route, query: handOverQuery }, async (request) => {
    return handOverPage(await readPlaces(request), request, request.query);
  });

  http.post(HAND_OVER_PATH, { ...route, body: handOverBody }, async (request) => {
    const read = await readPlaces(request);
    refuseStrangers(read, request.body);
    if (request.body.do === 'choose') return choose(read, request.body, request);
    return offer(read, request.body, { ...request, catalogues });
  });

  http.post(RECALL_PATH, { ...route, body: recallBody }, async (request) => {
    const { body, db, handOver, redirect, t } = request;
    const read = await readPlaces(request);
    refuseStrangers(read, { pupil: [body.pupil] });
    try {
      const isMeant = ({ pupilId }: { readonly pupilId: string }): boolean => pupilId === body.pupil;
      const count = await db.transaction(() => recallParcels(isMeant, handOver));
      return redirect(HAND_OVER_PATH, t(count === 0 ? 'handOver.tooLate' : 'handOver.recalled'));
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
  const college = to === OUTSIDE ? '' : to;
  await chooseCollege({ pupilIds: pupil, year: read.year, college }, request);
  return redirect(HAND_OVER_PATH, t('handOver.chose', { count: pupil.length }));
}

/** Offers bilans. Pupils that another head recalled, offered or chose otherwise meanwhile are left out. */
async function offer(
  read: ReadPlaces,
  { pupil, to }: Form,
  request: LivretRequest & { readonly catalogues: Catalogues },
): Promise<Reply> {
  const { t, format, redirect } = request;
  const going = read.places.filter(
    ({ leaver, college, toSend, step }) =>
      pupil.includes(leaver.id) && college?.uai === to && toSend > 0 && step !== 'refused',
  );
  if (to === undefined || going.length === 0) {
    return handOverPage(read, request, { problem: t('handOver.changed') }, 409);
  }
  const bilanIds = going.flatMap(({ leaver }) => leaver.bilans.map(({ id }) => id));
  const { unlike } = await offerBilans({ bilanIds, to, cm2Year: read.year }, request);
  const notice = t('handOver.offered', { count: going.length });
  if (unlike.length === 0) return redirect(HAND_OVER_PATH, notice);
  const names = going.filter(({ leaver }) => unlike.some((row) => row.pupilId === leaver.id));
  const problem = t('handOver.unlike', { names: format.list(names.map(({ leaver }) => leaver.name)) });
  return handOverPage(await readPlaces(request), request, { problem }, 409);
}

function handOverPage(
  read: ReadPlaces,
  request: LivretRequest,
  options: PresenterOptions,
  status?: 400 | 409,
): PageReply {
  const { t, page, asset } = request;
  const model = presentHandOver(read, options, request);
  return page(t('handOver.name'), <HandOverView model={model} tabs={livretTabs('handOver', request)} t={t} />, {
    styles: [asset('livret-bridge-handover.css')],
    scripts: [asset('count-ticks.js')],
    ...(status && { status }),
  });
}
