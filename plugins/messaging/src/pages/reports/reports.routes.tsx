// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, SchoolDatabase } from '@volee/core-adapter';
import type { MessagingBrick, MessagingRequest } from '../../brick-types.js';
import { keepTyped } from '../shared/answer/keep-typed.js';
import { withinRation } from '../shared/answer/within-ration.js';
import { boxHead } from '../shared/box-tabs.js';
import { presentReport } from './report.presenter.js';
import { ReportView } from './report.view.js';
import { presentReports } from './reports.presenter.js';
import { ReportsView } from './reports.view.js';
import { boxPath, draftPath, reportPath, reportingPath, REPORTS_PATH, threadPath } from '../../paths.js';
import { CopyRow } from '../../store/copy.entity.js';
import { ReportRow } from '../../store/report.entity.js';
import { burstsOfWeek } from '../../domain/reports/bursts.js';
import { closeReport, openThread } from '../../domain/reports/decide-report.js';
import { readReport, reportedLetter } from '../../domain/reports/read-report.js';
import { readReports } from '../../domain/reports/read-reports.js';
import { reportDecision, reportForm, reportOf, reportParams } from '../../domain/reports/report.input.js';
import { reportMessage } from '../../domain/reports/report-message.js';
import { sharedMessageIds } from '../../domain/reports/shared-thread.js';
import { scopeOfReport, type ScopedReport } from '../../domain/reports/report-scope.js';

/** Registers reporting a message, and the decisions of heads about it. */
export function registerReports({ http }: Pick<MessagingBrick, 'http'>): void {
  // It also finds a copy that its owner has reported before, so that they are told so.
  http.post(reportingPath(':id'), { access: 'read', body: reportForm, load: CopyRow }, async (request) => {
    const { resource: copy, body, t, redirect } = request;
    return withinRation('report', copy, request, async () => {
      const told = await reportMessage(copy, reportOf(body, copy.id), request);
      const isAboutWord = told === 'report.doneWord' || told === 'report.wordToNobody';
      const path = isAboutWord ? pathOfOwn(copy) : boxPath('inbox');
      return keepTyped([t(told)], request, (notice) => redirect(path, notice));
    });
  });

  http.get(REPORTS_PATH, { access: 'manage' }, async (request) => {
    const { t, page } = request;
    const bursts = await burstsOfWeek(request);
    const model = presentReports(await readReports(request), bursts, await boxHead('reports', request), request);
    return page(t('box.reports'), <ReportsView model={model} t={t} />);
  });

  http.get(reportPath(':id'), { access: 'manage', params: reportParams, load: findReport }, (request) =>
    reportPage(request.resource, request),
  );

  http.post(
    reportPath(':id'),
    { access: 'manage', params: reportParams, body: reportDecision, load: findReport },
    async (request) => {
      const { resource: report, body, db, clock, t, redirect } = request;
      const { message } = await reportedLetter(report, request);
      if (body.do === 'close') {
        const isClosed = await closeReport(report, request);
        return redirect(REPORTS_PATH, t(isClosed ? 'report.closed' : 'report.closedBefore'));
      }
      const { reason: why = '' } = body;
      if (why === '') return reportPage(report, request, t('report.noReason'));
      const more = await sharedMessageIds(report, message, { db, until: clock.now() });
      if (more.length === 0) return redirect(reportPath(report.id), t('report.alone'));
      const isOpened = await openThread(report, message, why, request);
      return redirect(reportPath(report.id), t(isOpened ? 'report.opened' : 'report.closedBefore'));
    },
  );
}

/** The page on which its author reads a message, or writes it anew. */
function pathOfOwn({ id, box }: CopyRow): string {
  return box === 'drafts' ? draftPath(id) : threadPath(id);
}

async function findReport({
  params,
  db,
}: {
  readonly params: { readonly id: string };
  readonly db: SchoolDatabase;
}): Promise<ScopedReport | undefined> {
  const report = await db.repository(ReportRow).findOne({ where: { id: params.id } });
  return report && scopeOfReport(report);
}

async function reportPage(report: ReportRow, request: MessagingRequest, problem?: string): Promise<PageReply> {
  const { t, page } = request;
  const model = presentReport(await readReport(report, request), problem, request);
  return page(t('report.title'), <ReportView model={model} t={t} />, problem === undefined ? {} : { status: 400 });
}
