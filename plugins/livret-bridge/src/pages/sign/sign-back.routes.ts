// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type UndoNote } from '@volee/core-adapter';
import { In } from 'typeorm';
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import { classBilans } from '../../domain/life/class-bilans.js';
import type { StepTaken } from '../../domain/life/life-context.js';
import { periodNumber } from '../../domain/life/period-number.js';
import { takeBack, type Signed } from '../../domain/life/sign.js';
import { MOST_TICKS } from '../../domain/life/ticked.js';
import { gridPath, signBackPath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';

const params = z.strictObject({ groupId: z.uuid(), period: periodNumber });
type Params = z.output<typeof params>;

/** The bilans that were signed together, and the instant of their signatures. */
const body = z.strictObject({
  bilan: z.union([z.array(z.uuid()).max(MOST_TICKS), z.uuid().transform((id) => [id])]),
  at: z.iso.datetime(),
});

/** Registers the form of the notice after signing. A signature that was given anew since has another instant, and stays. */
export function registerSignBack({ http }: Pick<LivretBrick, 'http'>): void {
  const path = signBackPath(':groupId', ':period');
  const group = ({ params: { groupId } }: { readonly params: Params }): string => groupId;
  http.post(path, { access: 'sign', freshLogin: true, params, body, group }, async (request) => {
    const { groupId, period } = request.params;
    const { bilan: ids, at } = request.body;
    // The bilans of a class are those of this school year.
    const { bilans } = await classBilans({ groupId, period, permission: 'sign' }, request);
    const instant = new Date(at).getTime();
    const named = bilans.map(({ row }) => row).filter(({ id }) => ids.includes(id));
    if (named.length < new Set(ids).size) throw new NotFoundError('The class has not all of these bilans this year.');
    const rows = named.filter(({ signedAt }) => signedAt?.getTime() === instant);
    return request.redirect(gridPath(groupId, period), await noticeOf(await takeBack(rows, request), request));
  });
}

/** The form that takes back the signatures that were just given. */
export function undoOf({ groupId, period }: Params, { done, at }: Signed): UndoNote | undefined {
  if (done.length === 0) return undefined;
  return { path: signBackPath(groupId, period), fields: { bilan: done.map(({ id }) => id), at: at.toISOString() } };
}

async function noticeOf({ done, changed }: StepTaken, { t, db }: LivretRequest): Promise<string> {
  const where = { id: In(changed.map(({ id }) => id)), state: In(['visa', 'published'] as const) };
  const endorsed = changed.length === 0 ? 0 : await db.repository(BilanRow).count({ where });
  const stays = endorsed === 0 ? [] : [t('sign.endorsed', { count: endorsed })];
  if (done.length > 0) return [t('sign.takenBack', { count: done.length }), ...stays].join(' ');
  return endorsed === 0 ? t('sign.gone') : [t('sign.takenBackNone'), ...stays].join(' ');
}
