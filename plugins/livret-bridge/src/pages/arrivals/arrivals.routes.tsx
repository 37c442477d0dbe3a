// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type PageReply, type Reply } from '@volee/core-adapter';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import { ARRIVALS_PATH } from '../../paths.js';
import { answerArrivals, sortArrivals, type Sorted } from './answer-arrivals.js';
import { arrivalsBody, type Answer } from './arrivals.input.js';
import { presentArrivals, type TypedAnswer } from './arrivals.presenter.js';
import { ArrivalsView } from './arrivals.view.js';
import { presentRecap } from './recap.presenter.js';
import { RecapView } from './recap.view.js';
import { readArrivals } from '../../domain/arrivals/read-arrivals.js';
import { firstNames } from '../shared/first-names.js';

/** Registers the page on which the head of a collège accepts or refuses what écoles offer. */
export function registerArrivals({ http }: Pick<LivretBrick, 'http'>): void {
  http.get(ARRIVALS_PATH, { access: 'handOver' }, (request) => arrivalsPage(request, {}));

  http.post(ARRIVALS_PATH, { access: 'handOver', body: arrivalsBody }, (request) => answerOf(request.body, request));
}

async function answerOf(answer: Answer, request: LivretRequest): Promise<Reply> {
  const { t, redirect } = request;
  const { shown, pupil, reason, word, step } = answer;
  if (step === 'back') return arrivalsPage(request, { answer });
  const isUnticked = shown.some((id) => !pupil.includes(id));
  if (pupil.length === 0 && (reason === 'later' || !isUnticked)) {
    return arrivalsPage(request, { answer, problem: t('arrivals.nothing') }, 400);
  }
  if (isUnticked && reason === 'other' && word === '') {
    return arrivalsPage(request, { answer, wordProblem: t('arrivals.noWord') }, 400);
  }
  if (step === 'look') return recapPage(answer, request);
  try {
    return redirect(ARRIVALS_PATH, noticeOf(await answerArrivals(answer, request), request));
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return arrivalsPage(request, { answer, problem: t('arrivals.changed') }, 409);
  }
}

/** Names the pupils: the page no longer lists the refused ones, and folds the others. */
function noticeOf({ accepted, refused, gone }: Sorted, request: LivretRequest): string {
  const { t } = request;
  const namesOf = (pupils: Sorted['accepted']): string =>
    firstNames(
      pupils.map(({ name }) => name),
      request,
    );
  const said = [
    ...(accepted.length > 0 ? [t('arrivals.accepted', { count: accepted.length, names: namesOf(accepted) })] : []),
    ...(refused.length > 0 ? [t('arrivals.refused', { count: refused.length, names: namesOf(refused) })] : []),
    ...(gone > 0 ? [t('arrivals.gone', { count: gone })] : []),
  ];
  return said.join(' ');
}

async function recapPage(answer: Answer, request: LivretRequest): Promise<PageReply> {
  const { t, page, asset } = request;
  const sorted = await sortArrivals(answer, request);
  const isEmpty = sorted.accepted.length + sorted.refused.length === 0;
  if (isEmpty) return arrivalsPage(request, { answer, problem: t('arrivals.changed') }, 409);
  const model = presentRecap(answer, sorted, request);
  return page(model.title, <RecapView model={model} t={t} />, { styles: [asset('livret-bridge-board.css')] });
}

async function arrivalsPage(request: LivretRequest, typed: TypedAnswer, status?: 400 | 409): Promise<PageReply> {
  const { t, page, asset } = request;
  const model = presentArrivals(await readArrivals(request), typed, request);
  return page(t('arrivals.name'), <ArrivalsView model={model} t={t} />, {
    styles: [asset('livret-bridge-handover.css')],
    scripts: [asset('count-ticks.js')],
    ...(status && { status }),
  });
}
