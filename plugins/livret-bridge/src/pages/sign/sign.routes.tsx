// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, UndoNote } from '@volee/core-adapter';
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../domain/catalogue/kept-catalogues.js';
import { classBilans } from '../../domain/life/class-bilans.js';
import { makeDraft, makeReady } from '../../domain/life/ready.js';
import { sign, type Signed } from '../../domain/life/sign.js';
import { periodNumber } from '../../domain/life/period-number.js';
import { ticked, tickValue } from '../../domain/life/ticked.js';
import { HOME_PATH, readyClassPath, signPath } from '../../paths.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { offLinesOf, type OffLines } from '../../domain/periods/class-rows.js';
import { periodsOf } from '../../domain/periods/current-period.js';
import { periodName } from '../../domain/periods/period-name.js';
import { readableCorrections } from '../../domain/trace/correction.js';
import { presentSign } from './sign.presenter.js';
import { SignView } from './sign.view.js';
import { undoOf } from './sign-back.routes.js';

const params = z.strictObject({
  groupId: z.uuid(),
  period: periodNumber,
});
type Params = z.output<typeof params>;
const body = z.strictObject({ bilan: ticked });
/** `back` names bilans that were just made ready: they are drafts again. */
const readyBody = z.strictObject({ back: ticked });
const group = ({ params: { groupId } }: { readonly params: Params }): string => groupId;

/** Registers signing: a class is signed at once, after the password was typed again. */
export function registerSigning({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  const path = signPath(':groupId', ':period');
  http.get(path, { access: 'sign', freshLogin: true, params, group }, (request) =>
    signPage(request.params, catalogues, request),
  );

  http.post(path, { access: 'sign', freshLogin: true, params, body, group }, async (request) => {
    const { t, redirect, db } = request;
    const { groupId, period } = request.params;
    const { bilans } = await classBilans({ groupId, period, permission: 'sign' }, request);
    if (request.body.bilan.length === 0) return signPage(request.params, catalogues, request, t('sign.noneTicked'));
    const rows = bilans.map(({ row }) => row);
    const off = await offLinesOf(
      db,
      rows.map(({ classId }) => classId),
      period,
    );
    const taken = await sign(rows, request.body.bilan, { ...request, catalogues, off });
    const names = taken.changed.flatMap((row) => bilans.find((one) => one.row.id === row.id)?.pupil.displayName ?? []);
    const back = names.length === 0 ? HOME_PATH : signPath(groupId, period);
    return redirect(back, noticeOf(taken, names, request), undoOf(request.params, taken));
  });

  const readyPath = readyClassPath(':groupId', ':period');
  http.post(readyPath, { access: 'write', params, body: readyBody, group }, async (request) => {
    const { groupId, period } = request.params;
    const { bilans } = await classBilans({ groupId, period, permission: 'write' }, request);
    const { back } = request.body;
    if (back.length > 0) {
      const all = bilans.map(({ row }) => row);
      const count = await makeDraft(all, back, request);
      const words = count === 0 ? request.t('ready.undoneNone') : request.t('ready.undoneClass', { count });
      return request.redirect(signPath(groupId, period), words);
    }
    const rows = bilans.map(({ row }) => row).filter(({ state }) => state === 'draft');
    const off = await offLinesOf(
      request.db,
      rows.map(({ classId }) => classId),
      period,
    );
    const { done } = await makeReady(rows, { ...request, catalogues, off });
    return request.redirect(
      signPath(groupId, period),
      request.t('ready.done', { count: done.length }),
      undoReady(request.params, done),
    );
  });
}

/** The form that makes bilans drafts again that were just made ready, which raised their revision. */
function undoReady({ groupId, period }: Params, done: readonly BilanRow[]): UndoNote | undefined {
  if (done.length === 0) return undefined;
  const back = done.map(({ id, revision }) => tickValue({ id, revision: revision + 1 }));
  return { path: readyClassPath(groupId, period), fields: { back } };
}

function noticeOf({ done }: Signed, missed: readonly string[], { t, format }: LivretRequest): string {
  const signed = done.length === 0 ? t('sign.doneNone') : t('sign.done', { count: done.length });
  return missed.length === 0
    ? signed
    : `${signed} ${t('sign.changed', { count: missed.length, names: format.list(missed) })}`;
}

async function signPage(
  { groupId, period }: Params,
  catalogues: Catalogues,
  request: LivretRequest,
  problem?: string,
): Promise<PageReply> {
  const { t, page, asset, db, schoolYear } = request;
  const bilans = await classBilans({ groupId, period, permission: 'sign' }, request);
  const off: OffLines = await offLinesOf(
    db,
    bilans.bilans.map(({ row }) => row.classId),
    period,
  );
  const rhythm = (await periodsOf(db, schoolYear))[0]?.rhythm;
  const known = await knownCatalogues(
    bilans.bilans.map(({ row }) => row),
    catalogues,
    db,
  );
  const names = { period, periodName: periodName({ period, rhythm }, t) };
  const readable = await readableCorrections(
    bilans.bilans.map(({ row }) => row),
    db,
  );
  const input = { ...bilans, ...names, readable, off, catalogues: known, problem };
  const model = presentSign(input, request);
  return page(model.title, <SignView model={model} t={t} />, {
    styles: [asset('livret-bridge-sign.css')],
    scripts: [asset('ticks.js')],
    ...(problem !== undefined && { status: 400 }),
  });
}
