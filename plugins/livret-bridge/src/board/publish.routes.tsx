// SPDX-License-Identifier: EUPL-1.2
import type { LivretBrick } from '../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import { enqueuePublication } from '../life/publish-job.js';
import { PUBLISH_PATH } from '../paths.js';
import { PeriodRow } from '../store/period.entity.js';
import { boardPage } from './board.routes.js';
import { publishFields, readPublishInstant } from './publish-fields.js';
import { boardOf } from './visa.routes.js';

/** The head chooses when the endorsed bilans of a period are published, or takes an instant back that has not come. */
export function registerPublishing({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.post(PUBLISH_PATH, { access: 'visa', body: publishFields }, async (request) => {
    const { body, db, jobs, clock, school, schoolYear, audit, redirect, t, format } = request;
    const { period } = body;
    const key = { year: schoolYear, period };
    const periods = db.repository(PeriodRow);
    const row = await periods.findOne({ where: key });
    if (!row) return redirect(boardOf(period), t('publish.noPeriod'));
    if (body.do === 'cancel') {
      if (row.publishAt && row.publishAt <= clock.now()) return redirect(boardOf(period), t('publish.gone'));
      await audit('livret.publication.cancelled', key, () => periods.update(key, { publishAt: null }));
      return redirect(boardOf(period), t('publish.cancelled'));
    }
    const now = clock.now();
    const instant = readPublishInstant(body, { now, school, t });
    if ('problem' in instant) {
      return boardPage({ period, catalogues, publish: { ...body, problem: instant.problem } }, request);
    }
    await audit('livret.publication.planned', { ...key, at: instant.at }, async () => {
      await periods.update(key, { publishAt: instant.at });
      await enqueuePublication(jobs, schoolYear, period, instant.at);
    });
    const isNow = instant.at <= now;
    return redirect(
      boardOf(period),
      isNow ? t('publish.leaving') : t('publish.planned', { when: format.dayAndTime(instant.at) }),
    );
  });
}
