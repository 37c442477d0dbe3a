// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type Reply, type UndoNote } from '@volee/core-adapter';
import { In } from 'typeorm';
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { endorse, type Endorsed } from '../../domain/life/endorse.js';
import { enqueueLateVisa } from '../../domain/life/enqueue-publication.js';
import { leavesAfterVisa, TEN_MINUTES } from '../../domain/life/leaves-at.js';
import { takeVisaBack } from '../../domain/life/take-visa-back.js';
import { boardListPath, boardOf, VISA_BACK_PATH, VISA_PATH } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { PeriodRow } from '../../store/period.entity.js';
import { choiceFields, chosenBilans, type Chosen } from '../../domain/board/choose-bilans.js';
import { readBoard } from '../../domain/board/read-board.js';

/** The form of a class also has the word with which bilans are sent back: a visa does not need it. */
const body = z.strictObject({ ...choiceFields, word: z.string().max(5_000).optional() });

/** The visas to take back: those that were given at an instant, or those of ticked bilans. */
const backBody = body.extend({ at: z.iso.datetime().optional() });

/** Registers the head's visa, for classes or for some bilans of one, and taking it back before the publication. */
export function registerVisa({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.post(VISA_PATH, { access: 'visa', body }, async (request): Promise<Reply> => {
    const { body: choice, db, jobs, clock, schoolYear, redirect, t, format } = request;
    const back = choice.from === undefined ? boardOf(choice.period) : boardListPath(choice.from, choice.period);
    if (choice.class.length + choice.bilan.length === 0) return redirect(back, t('visa.noneTicked'));
    const board = await readBoard(choice.period, catalogues, request);
    const chosen = await chosenBilans(choice, ['signed'], board, request);
    const [endorsed, late] = await db.transaction(async () => {
      const taken = await endorse(chosen.rows, request);
      const row = await db.repository(PeriodRow).findOne({ where: { year: schoolYear, period: choice.period } });
      // Bilans that are endorsed shortly before the others are published, or after that, follow them: a visa can be undone for ten minutes.
      if (taken.done.length === 0 || !row || !leavesAfterVisa(row.publishAt, clock.now()))
        return [taken, undefined] as const;
      const at = new Date(clock.now().getTime() + TEN_MINUTES);
      await enqueueLateVisa(jobs, row, at);
      return [taken, at] as const;
    });
    const notice = await noticeOf(endorsed, chosen, request);
    const waits = late ? ` ${t('visa.leaves', { hour: format.hour(late), count: endorsed.done.length })}` : '';
    return redirect(back, notice + waits, undoOf(choice, endorsed));
  });

  http.post(VISA_BACK_PATH, { access: 'visa', body: backBody }, async (request) => {
    const { body: choice, redirect, t } = request;
    const back = choice.from === undefined ? boardOf(choice.period) : boardListPath(choice.from, choice.period);
    const rows = await chosenVisas(choice, request);
    if (rows.length === 0) return redirect(back, t('visa.noneTicked'));
    try {
      await takeVisaBack(rows, request);
      return redirect(back, t('visa.takenBack', { count: rows.length }));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      const now = await chosenVisas(choice, request);
      return redirect(back, t(now.some(({ state }) => state === 'published') ? 'visa.tooLate' : 'visa.notTakenBack'));
    }
  });
}

/** The form that takes back what was just endorsed: all bilans with the same person and instant of their visa. */
function undoOf({ period, from }: z.output<typeof body>, { done, at }: Endorsed): UndoNote | undefined {
  if (done.length === 0) return undefined;
  const fields = { period: String(period), at: at.toISOString(), ...(from !== undefined && { from }) };
  return { path: VISA_BACK_PATH, fields };
}

/** The bilans of which the visas are to be taken back, as they are now, also those that are published meanwhile. */
function chosenVisas(
  { period, at, bilan }: z.output<typeof backBody>,
  { db, user, schoolYear: year }: LivretRequest,
): Promise<BilanRow[]> {
  const where = { year, kind: 'periodic' as const, period };
  const which = at === undefined ? { id: In(bilan.map(({ id }) => id)) } : { visaBy: user.id, visaAt: new Date(at) };
  return db.repository(BilanRow).find({ where: { ...where, ...which, state: In(['visa', 'published']) } });
}

async function noticeOf(
  { done, changed, broken }: Endorsed,
  { unseen }: Chosen,
  request: LivretRequest,
): Promise<string> {
  const { t, format, directory } = request;
  const names = async (rows: readonly { readonly pupilId: string }[]): Promise<string> => {
    const pupils = await directory.persons(rows.map(({ pupilId }) => pupilId));
    return format.list(rows.flatMap(({ pupilId }) => pupils.get(pupilId)?.displayName ?? []));
  };
  const later = [...changed, ...unseen];
  const sentences = [
    done.length === 0 ? t('visa.doneNone') : t('visa.done', { count: done.length }),
    later.length > 0 && t('visa.changed', { count: later.length, names: await names(later) }),
    broken.length > 0 && t('visa.broken', { count: broken.length, names: await names(broken) }),
  ];
  return sentences.filter((one) => one !== false).join(' ');
}
