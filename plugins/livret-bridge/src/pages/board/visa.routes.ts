// SPDX-License-Identifier: EUPL-1.2
import type { Reply } from '@volee/core-adapter';
import { z } from 'zod';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import { endorse, type Endorsed } from '../../domain/life/endorse.js';
import { enqueuePublication, enqueuePublicationNow } from '../../domain/life/enqueue-publication.js';
import { isPublished } from '../../domain/life/is-published.js';
import { boardListPath, boardOf, VISA_PATH } from '../../paths.js';
import { PeriodRow } from '../../store/period.entity.js';
import { choiceFields, chosenBilans, type Chosen } from '../../domain/board/choose-bilans.js';
import { readBoard } from '../../domain/board/read-board.js';

const body = z.strictObject(choiceFields);

/** Registers the head's visa, for classes or for some bilans of one. */
export function registerVisa({ http }: Pick<LivretBrick, 'http'>): void {
  http.post(VISA_PATH, { access: 'visa', body }, async (request): Promise<Reply> => {
    const { body: choice, db, jobs, clock, schoolYear, redirect, t } = request;
    const back = choice.from === undefined ? boardOf(choice.period) : boardListPath(choice.from, choice.period);
    if (choice.class.length + choice.bilan.length === 0) return redirect(back, t('visa.noneTicked'));
    const chosen = await chosenBilans(choice, ['signed'], await readBoard(choice.period, request), request);
    const endorsed = await db.transaction(async () => {
      const taken = await endorse(chosen.rows, request);
      const where = { year: schoolYear, period: choice.period };
      const row = await db.repository(PeriodRow).findOne({ where });
      if (row?.publishAt && row.publishAt <= clock.now()) {
        // Bilans that are endorsed after the others were published follow them at once; otherwise they wait with the others.
        if (await isPublished(row, db)) await enqueuePublicationNow(jobs, where);
        else await enqueuePublication(jobs, where, row.publishAt);
      }
      return taken;
    });
    return redirect(back, await noticeOf(endorsed, chosen, request));
  });
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
