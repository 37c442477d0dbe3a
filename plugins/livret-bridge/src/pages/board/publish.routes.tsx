// SPDX-License-Identifier: EUPL-1.2
import { MoreThan } from 'typeorm';
import type { LivretBrick } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { enqueuePublication, enqueuePublicationNow } from '../../domain/life/enqueue-publication.js';
import { isPublished } from '../../domain/life/is-published.js';
import { PUBLISH_PATH, boardOf } from '../../paths.js';
import { PeriodRow } from '../../store/period.entity.js';
import { boardPage } from '../shared/board/board-page.js';
import { publishFields, readPublishInstant } from '../shared/board/publish.input.js';

/**
 * Registers publishing: the head chooses when the endorsed bilans of a period are published, or takes back an instant that has not come.
 */
export function registerPublishing({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.post(PUBLISH_PATH, { access: 'visa', body: publishFields }, async (request) => {
    const { body, db, jobs, clock, school, schoolYear, audit, redirect, t, format } = request;
    const { period } = body;
    const key = { year: schoolYear, period };
    const periods = db.repository(PeriodRow);
    const row = await periods.findOne({ where: key });
    if (!row) return redirect(boardOf(period), t('publish.noPeriod'));
    if (body.do === 'cancel') {
      const now = clock.now();
      if (row.publishAt && row.publishAt <= now) {
        const when = format.dayAndTime(row.publishAt);
        return redirect(
          boardOf(period),
          (await isPublished(row, db)) ? t('publish.gone') : t('publish.waits', { when }),
        );
      }
      await audit('livret.publication.cancelled', key, async () => {
        const cancelled = await periods.update({ ...key, publishAt: MoreThan(now) }, { publishAt: null });
        return { subject: cancelled > 0 ? key : null, result: undefined };
      });
      return redirect(boardOf(period), t('publish.cancelled'));
    }
    const now = clock.now();
    const instant = readPublishInstant(body, { now, school, schoolYear, t });
    if ('problem' in instant) {
      return boardPage({ period, catalogues, publish: { ...body, problem: instant.problem } }, request);
    }
    const subject = { ...key, at: instant.at };
    const isNow = instant.at <= now;
    const isPlanned = await audit('livret.publication.planned', subject, async () => {
      if ((await periods.update(key, { publishAt: instant.at })) === 0) return { subject: null, result: false };
      if (isNow) await enqueuePublicationNow(jobs, key);
      else await enqueuePublication(jobs, key, instant.at);
      return { subject, result: true };
    });
    if (!isPlanned) return redirect(boardOf(period), t('publish.noPeriod'));
    return redirect(
      boardOf(period),
      isNow ? t('publish.leaving') : t('publish.planned', { when: format.dayAndTime(instant.at) }),
    );
  });
}
