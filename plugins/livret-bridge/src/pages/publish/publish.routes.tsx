// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, RedirectReply, UndoNote } from '@volee/core-adapter';
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { endorsedGroups } from '../../domain/board/endorsed-groups.js';
import { readBoard } from '../../domain/board/read-board.js';
import { readershipOf } from '../../domain/board/readership.js';
import { periodNumber } from '../../domain/life/period-number.js';
import { isLeaving } from '../../domain/life/leaves-at.js';
import { cancelPublication, planPublication, publishNow, undoPublication } from '../../domain/life/plan-publication.js';
import { boardOf, PUBLISH_NOW_PATH, PUBLISH_PATH, publishOf } from '../../paths.js';
import { PeriodRow } from '../../store/period.entity.js';
import { publishFields, readPublishInstant, type PublishFields } from './publish.input.js';
import { presentPublish, type PublishFacts } from './publish.presenter.js';
import { PublishView } from './publish.view.js';
import { presentRecap } from './recap.presenter.js';
import { RecapView } from './recap.view.js';

const query = z.strictObject({ period: periodNumber });

/**
 * Registers publishing: the head plans an instant for the endorsed bilans of a period, or reads how many people will read them and publishes now, which
 * leaves ten minutes to take it back.
 */
export function registerPublishing({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.get(PUBLISH_PATH, { access: 'visa', query }, async (request) => {
    const row = await findPeriod(request.query.period, request);
    return row ? publishPage({ row }, { request, catalogues }) : noPeriod(request.query.period, request);
  });

  http.get(PUBLISH_NOW_PATH, { access: 'visa', query }, async (request) => {
    const { clock, redirect, page, t, asset } = request;
    const row = await findPeriod(request.query.period, request);
    if (!row) return noPeriod(request.query.period, request);
    const board = await readBoard(row.period, catalogues, request);
    const readership = readershipOf(board);
    const isOffered = !row.outAt && !isLeaving(row.publishAt, clock.now()) && readership.bilans.length > 0;
    if (!isOffered) return redirect(publishOf(row.period));
    const endorsed = await endorsedGroups(board, request);
    const model = presentRecap({ row, readership, endorsed }, request);
    return page(t('recap.title'), <RecapView model={model} t={t} />, { styles: [asset('livret-bridge-board.css')] });
  });

  http.post(PUBLISH_PATH, { access: 'visa', body: publishFields }, async (request) => {
    const row = await findPeriod(request.body.period, request);
    return row ? publish(row, request.body, { request, catalogues }) : noPeriod(request.body.period, request);
  });
}

interface Publishing {
  readonly request: LivretRequest;
  readonly catalogues: Catalogues;
}

async function publish(
  row: PeriodRow,
  body: PublishFields,
  publishing: Publishing,
): Promise<PageReply | RedirectReply> {
  const { request, catalogues } = publishing;
  const { clock, school, schoolYear, redirect, t, format } = request;
  const board = boardOf(row.period);
  if (body.do === 'undo') {
    const back = await undoPublication(row, new Date(body.at ?? 0), request);
    if (back === undefined) return redirect(board, await whyNot(row, request));
    return redirect(board, back ? t('publish.undone', { when: format.dayAndTime(back) }) : t('publish.cancelled'));
  }
  if (body.do === 'cancel') {
    const isDone = await cancelPublication(row, request);
    return redirect(board, isDone ? t('publish.cancelled') : await whyNot(row, request));
  }
  if (body.do === 'now') {
    if (body.day !== '') return publishPage({ row, typed: { ...body, problem: t('publish.dayAndNow') } }, publishing);
    const { bilans } = readershipOf(await readBoard(row.period, catalogues, request));
    if (bilans.length === 0) return redirect(publishOf(row.period), t('publish.nothing'));
    const leaving = await publishNow(row, request);
    if (!leaving) return redirect(board, await whyNot(row, request));
    const { at, isOlder } = leaving;
    const words = t('publish.leaves', { hour: format.hour(at), count: bilans.length });
    return isOlder ? redirect(board, words) : redirect(board, words, undoOf(row, at));
  }
  const instant = readPublishInstant(body, { now: clock.now(), school, schoolYear, t });
  if ('problem' in instant) return publishPage({ row, typed: { ...body, ...instant } }, publishing);
  if (!(await planPublication(row, instant.at, request))) return redirect(board, await whyNot(row, request));
  return redirect(board, t('publish.planned', { when: format.dayAndTime(instant.at) }), undoOf(row, instant.at));
}

function undoOf({ period }: PeriodRow, at: Date): UndoNote {
  return { path: PUBLISH_PATH, fields: { period: String(period), do: 'undo', at: at.toISOString() } };
}

/** Why nothing was moved: the publication has begun, or somebody else was first. */
async function whyNot({ period }: PeriodRow, request: LivretRequest): Promise<string> {
  const row = await findPeriod(period, request);
  return request.t(row?.outAt ? 'publish.gone' : 'publish.moved');
}

async function publishPage(
  { row, typed }: Pick<PublishFacts, 'row' | 'typed'>,
  { request, catalogues }: Publishing,
): Promise<PageReply> {
  const { page, t, asset } = request;
  const readership = readershipOf(await readBoard(row.period, catalogues, request));
  const model = presentPublish({ row, readership, typed }, request);
  return page(model.title, <PublishView model={model} t={t} />, {
    styles: [asset('livret-bridge-board.css')],
    scripts: [asset('publish-date.js')],
    ...(typed && { status: 400 }),
  });
}

async function findPeriod(period: number, { db, schoolYear: year }: LivretRequest): Promise<PeriodRow | undefined> {
  return (await db.repository(PeriodRow).findOne({ where: { year, period } })) ?? undefined;
}

function noPeriod(period: number, { redirect, t }: LivretRequest): RedirectReply {
  return redirect(boardOf(period), t('publish.noPeriod'));
}
