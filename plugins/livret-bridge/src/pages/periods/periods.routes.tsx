// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, NotFoundError, type PageReply } from '@volee/core-adapter';
import { z } from 'zod';
import { boardOf, BEGIN_PATH, gridPath, PERIODS_PATH } from '../../paths.js';
import type { LivretBrick, LivretRequest } from '../../brick-types.js';
import type { Catalogues } from '../../domain/catalogue/catalogues.js';
import { BilanRow } from '../../store/bilan.entity.js';
import type { Rhythm } from '../../store/period.entity.js';
import { currentPeriod, periodsOf } from '../../domain/periods/current-period.js';
import { isBegun } from '../../domain/periods/is-begun.js';
import { closePeriod } from '../../domain/periods/close-period.js';
import { ensurePeriods } from '../../domain/periods/ensure-periods.js';
import { openForSchool } from '../../domain/periods/open-for-school.js';
import { periodFields, periodProblems, typedDays, withNextDays, type PeriodProblems } from './periods.input.js';
import { periodName } from '../../domain/periods/period-name.js';
import { PeriodsView } from './periods.view.js';
import { livretTabs } from '../shared/livret-tabs.js';
import { presentPeriods } from './periods.presenter.js';
import { DEFAULT_RHYTHM, proposedPeriods, RHYTHMS, type PeriodDays } from '../../domain/periods/proposed-periods.js';
import { savePeriods } from '../../domain/periods/save-periods.js';

const query = z.strictObject({ rhythm: z.enum(RHYTHMS).optional() });
const beginBody = z.strictObject({ groupId: z.uuid() });

/**
 * Registers the periods: the head chooses the rhythm and the days of the year, and opens periods. A teacher can begin without waiting for
 * that.
 */
export function registerPeriods({ http }: Pick<LivretBrick, 'http'>, catalogues: Catalogues): void {
  http.get(PERIODS_PATH, { access: 'visa', query }, async (request) => {
    const { db, schoolYear, query: asked } = request;
    const rhythm = asked.rhythm ?? (await periodsOf(db, schoolYear))[0]?.rhythm ?? DEFAULT_RHYTHM;
    return periodsPage({ rhythm, days: await shownDays(rhythm, request) }, request);
  });

  http.post(PERIODS_PATH, { access: 'visa', body: periodFields }, async (request) => {
    const { body: fields, schoolYear, t, redirect, db } = request;
    if (fields.close !== undefined) {
      const isClosed = await closePeriod(db, { year: schoolYear, period: fields.close });
      return redirect(PERIODS_PATH, t(isClosed ? 'year.closed' : 'year.notClosed'));
    }
    if (fields.rhythm !== undefined) {
      const typed = typedDays(fields, schoolYear, fields.rhythm);
      const days = withNextDays(typed, await shownDays(fields.rhythm, request));
      const problems = periodProblems(days, schoolYear, t);
      if (problems.size > 0) return periodsPage({ rhythm: fields.rhythm, days, problems, status: 400 }, request);
      try {
        await savePeriods(fields.rhythm, days, request);
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        return periodsPage({ rhythm: fields.rhythm, days, problem: t('year.begun'), status: 409 }, request);
      }
    }
    if (fields.open === undefined) return redirect(PERIODS_PATH, t('year.saved'));
    const count = await openForSchool(fields.open, catalogues, request);
    if (count === undefined) return redirect(PERIODS_PATH, t('year.noPeriod'));
    const rhythm = (await periodsOf(db, schoolYear))[0]?.rhythm;
    const period = periodName({ period: fields.open, rhythm }, t);
    const undo = count === 0 ? undefined : { path: PERIODS_PATH, fields: { close: String(fields.open) } };
    return redirect(boardOf(fields.open), t('year.isOpen', { period, count }), undo);
  });

  http.post(
    BEGIN_PATH,
    { access: 'write', body: beginBody, group: ({ body: { groupId } }) => groupId },
    async ({ body: { groupId }, db, clock, schoolYear, redirect }) => {
      const current = currentPeriod(await ensurePeriods(db, schoolYear), clock.today());
      if (!current) throw new NotFoundError('The school year has no period.');
      return redirect(gridPath(groupId, current.period));
    },
  );
}

/** The days of the form before anything is typed. */
async function shownDays(
  rhythm: Rhythm,
  { db, schoolYear }: Pick<LivretRequest, 'db' | 'schoolYear'>,
): Promise<readonly PeriodDays[]> {
  const stored = await periodsOf(db, schoolYear);
  return stored[0]?.rhythm === rhythm ? stored : proposedPeriods(schoolYear, rhythm);
}

interface PeriodsPage {
  readonly rhythm: Rhythm;
  readonly days: readonly PeriodDays[];
  readonly problems?: PeriodProblems;
  readonly problem?: string;
  readonly status?: 400 | 409;
}

async function periodsPage(
  { problems = new Map(), status, ...shown }: PeriodsPage,
  request: LivretRequest,
): Promise<PageReply> {
  const { db, access, schoolYear: year, t, page, asset } = request;
  const classes = (await access.groups('visa')).filter(
    (group) => group.kind === 'class' && access.isOnFor(group),
  ).length;
  const opened = new Map<number, number>();
  for (const { period } of shown.days) {
    opened.set(period, await db.repository(BilanRow).count({ where: { year, period } }));
  }
  const model = presentPeriods({ ...shown, problems, opened, classes, isBegun: await isBegun(db, year) }, request);
  return page(
    t('year.title', { year, next: year + 1 }),
    <PeriodsView model={model} tabs={await livretTabs('periods', request)} t={t} />,
    {
      styles: [asset('livret-bridge-board.css')],
      scripts: [asset('periods.js')],
      ...(status !== undefined && { status }),
    },
  );
}
