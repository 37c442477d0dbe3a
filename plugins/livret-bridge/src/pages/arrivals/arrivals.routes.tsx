// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type PageReply, type Reply } from '@volee/core-adapter';
import type { LivretBrick, LivretRequest, LivretTexts } from '../../brick-types.js';
import { ARRIVALS_PATH } from '../../paths.js';
import { arrivalsBody, type Answer } from './arrivals.input.js';
import { presentArrivals, type TypedAnswer } from './arrivals.presenter.js';
import { ArrivalsView } from './arrivals.view.js';
import { readArrivals } from '../../domain/arrivals/read-arrivals.js';

/** Registers the page on which the head of a collège accepts or refuses what écoles offer. */
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

/** The number of pupils who were accepted and refused, and of pupils who were no longer offered. */
interface Answered {
  readonly accepted: number;
  readonly refused: number;
  readonly gone: number;
}

type AnsweringRequest = Pick<LivretRequest, 'db' | 'handOver' | 't'>;

/**
 * Accepts the ticked pupils of one école and refuses the others that the page showed, unless these are answered later.
 * Pupils who were recalled or answered since the page was shown are left out.
 * @throws ConflictError when one of them is recalled or answered at the same time: nothing is answered then
 */
async function answerArrivals(answer: Answer, { db, handOver, t }: AnsweringRequest): Promise<Answered> {
  const { from, shown, pupil: ticked, reason, word } = answer;
  const open = (await handOver.offered()).filter((one) => one.state === 'offered' && one.from.uai === from);
  const isOpen = (id: string): boolean => open.some(({ pupilId }) => pupilId === id);
  const rest = reason === 'later' ? [] : shown.filter((id) => !ticked.includes(id));
  const [accepted, refused] = [ticked.filter(isOpen), rest.filter(isOpen)];
  const parcelsOf = (pupilIds: readonly string[]): readonly string[] =>
    open.filter(({ pupilId }) => pupilIds.includes(pupilId)).map(({ id }) => id);
  await db.transaction(async () => {
    if (accepted.length > 0) await handOver.accept(parcelsOf(accepted));
    if (refused.length > 0) await handOver.refuse(parcelsOf(refused), reasonText({ reason, word }, t));
  });
  const gone = ticked.length + rest.length - accepted.length - refused.length;
  return { accepted: accepted.length, refused: refused.length, gone };
}

/** The reason as the école reads it. */
function reasonText({ reason, word }: Pick<Answer, 'reason' | 'word'>, t: LivretTexts): string {
  const said = reason === 'elsewhere' || reason === 'unknown' ? t(`arrivals.${reason}`) : '';
  return [said, word].filter((part) => part !== '').join('. ');
}
