// SPDX-License-Identifier: EUPL-1.2
import type { PortalTask } from '@volee/core-adapter';
import { reportPath } from '../../paths.js';
import { openReports } from '../../domain/reports/read-reports.js';
import { openSince } from '../../domain/reports/reasons.js';
import { MOST_OF_A_KIND, type TaskReader } from './task-reader.js';

/** For heads: the reports that are open the longest. */
export async function reportTasks(reader: TaskReader): Promise<PortalTask[]> {
  const { directory, t, format } = reader;
  const oldest = (await openReports(reader)).slice(0, MOST_OF_A_KIND);
  const persons = await directory.persons(oldest.flatMap(({ report }) => report.reportedBy ?? []));
  return oldest.map(({ report }) => {
    const { id, reportedBy } = report;
    const who = (reportedBy !== null && persons.get(reportedBy)?.displayName) || t('person.gone');
    return {
      title: t('portal.report', { who }),
      detail: t('portal.reportDetail', { when: format.moment(openSince(report)) }),
      action: t('portal.read'),
      path: reportPath(id),
    };
  });
}
