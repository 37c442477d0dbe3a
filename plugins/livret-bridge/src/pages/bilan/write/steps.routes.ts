// SPDX-License-Identifier: EUPL-1.2
import { ConflictError } from '@volee/core-adapter';
import { z } from 'zod';
import type { LivretBrick } from '../../../brick-types.js';
import type { Catalogues } from '../../../domain/catalogue/catalogues.js';
import { knownCatalogues } from '../../../domain/catalogue/kept-catalogues.js';
import { bilanPath, readyPath, takeBackPath } from '../../../paths.js';
import { offLinesOf } from '../../../domain/periods/class-rows.js';
import { missingWords } from '../../shared/missing-words.js';
import { loadBilan } from '../../../domain/trace/load-bilan.js';
import { isComplete } from '../../../domain/bilan/what-is-missing.js';
import { changeState } from '../../../domain/life/change-state.js';
import { bilanParams } from '../../../domain/bilan/bilan-params.js';
import { missingOf } from '../../../domain/life/missing-of.js';
import { makeReady } from '../../../domain/life/ready.js';
import { takeBack } from '../../../domain/life/sign.js';

/** `to` is the state that the button names. */
const readyBody = z.strictObject({ to: z.enum(['ready', 'draft']) });

/** Registers the steps of a teacher for one bilan: making it ready or a draft again, and taking a signature back. */
export function registerSteps({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.post(
    readyPath(':id'),
    { access: 'write', params: bilanParams, body: readyBody, load: loadBilan },
    async ({ resource: row, body: { to }, db, t, redirect, schoolYear }) => {
      refuseOtherYear(row.year, schoolYear);
      if (to === 'draft') {
        const isDone = row.state === 'ready' && (await changeState(db, row, 'draft'));
        return redirect(bilanPath(row.id), t(isDone ? 'ready.undone' : 'step.changed'));
      }
      const off = await offLinesOf(db, [row.classId], row.period);
      const missing = missingOf(row, await knownCatalogues([row], catalogues, db), off);
      if (!isComplete(missing)) return redirect(bilanPath(row.id), missingWords(missing, t));
      const { done } = await makeReady([row], { db, catalogues, off });
      return redirect(bilanPath(row.id), done.length > 0 ? t('ready.done', { count: 1 }) : t('step.changed'));
    },
  );

  http.post(takeBackPath(':id'), { access: 'write', params: bilanParams, load: loadBilan }, async (request) => {
    const { resource: row, t, redirect, schoolYear } = request;
    refuseOtherYear(row.year, schoolYear);
    const { done } = await takeBack([row], request);
    return redirect(bilanPath(row.id), t(done.length > 0 ? 'takeBack.done' : 'takeBack.late'));
  });
}

/** @throws ConflictError when the bilan is of another school year than now: from 1 August nobody writes it any more */
export function refuseOtherYear(year: number, schoolYear: number): void {
  if (year !== schoolYear) throw new ConflictError('The bilan is of an earlier school year, and no longer changes.');
}
