// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type PageReply, type Reply } from '@volee/core-adapter';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import { ARRIVALS_PATH } from '../../paths.js';
import { answerArrivals, type Answered } from './answer-arrivals.js';
import { arrivalsBody, type Answer } from './arrivals-fields.js';
import { presentArrivals, type TypedAnswer } from './arrivals.presenter.js';
import { ArrivalsView } from './arrivals.view.js';
import { readArrivals } from '../../domain/arrivals/read-arrivals.js';

/** The head of a collège accepts or refuses what écoles offer. */
export function registerArrivals({ http }: Pick<LivretBrick, 'http'>): void {
  http.get(ARRIVALS_PATH, { access: 'handOver' }, (request) => arrivalsPage(request, {}));

  http.post(ARRIVALS_PATH, { access: 'handOver', body: arrivalsBody }, (request) => answerOf(request.body, request));
}

async function answerOf(answer: Answer, request: LivretRequest): Promise<Reply> {
  const { t, redirect } = request;
  const { shown, pupil, reason, word } = answer;
  const isUnticked = shown.some((id) => !pupil.includes(id));
  if (pupil.length === 0 && (reason === 'later' || !isUnticked)) {
    return arrivalsPage(request, { answer, problem: t('arrivals.nothing') }, 400);
  }
  if (isUnticked && reason === 'other' && word === '') {
    return arrivalsPage(request, { answer, wordProblem: t('arrivals.noWord') }, 400);
  }
  try {
    return redirect(ARRIVALS_PATH, noticeOf(await answerArrivals(answer, request), request));
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return arrivalsPage(request, { answer, problem: t('arrivals.changed') }, 409);
  }
}

function noticeOf({ accepted, refused, gone }: Answered, { t }: LivretRequest): string {
  const said = [
    ...(accepted > 0 ? [t('arrivals.accepted', { count: accepted })] : []),
    ...(refused > 0 ? [t('arrivals.refused', { count: refused })] : []),
    ...(gone > 0 ? [t('arrivals.gone', { count: gone })] : []),
  ];
  return said.join(' ');
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
