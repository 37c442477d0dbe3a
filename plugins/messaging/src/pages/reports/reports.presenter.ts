// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import { reportPath } from '../../paths.js';
import type { Burst } from '../../domain/reports/bursts.js';
import { openSince } from '../../domain/reports/reasons.js';
import type { ReportLine, ReportList } from '../../domain/reports/read-reports.js';
import { isShown } from '../../domain/reports/shown-text.js';
import type { BoxHead } from '../shared/box-tabs.js';
import type { ReportsLine, ReportsModel } from './reports.view.js';

type ReportsTexts = Pick<MessagingRequest, 't' | 'format' | 'url'>;

export function presentReports(
  list: ReportList,
  bursts: readonly Burst[],
  head: BoxHead,
  reader: ReportsTexts,
): ReportsModel {
  const { t, format } = reader;
  const count = list.open.length;
  return {
    ...head,
    title: count > 0 ? t('report.count', { count }) : t('report.none'),
    bursts: bursts.map(({ kind, count, at }) => ({
      title: t(`burst.${kind}`, { count }),
      detail: t('burst.detail', { when: format.moment(at) }),
    })),
    open: list.open.map((line) => presentLine(line, list, reader)),
    closed: list.closed.map((line) => presentLine(line, list, reader)),
  };
}

function presentLine(
  { report, message }: ReportLine,
  { persons }: ReportList,
  { t, format, url }: ReportsTexts,
): ReportsLine {
  const nameOf = (id: string | null): string => (id && persons.get(id)?.displayName) || t('person.gone');
  const author = nameOf(message.authorId);
  return {
    id: report.id,
    url: url(reportPath(report.id)),
    title: t('report.of', { author }),
    face: { id: message.authorId, displayName: author },
    detail:
      report.state === 'closed' && report.closedAt
        ? t('report.closedLine', { who: nameOf(report.closedBy), when: format.moment(report.closedAt) })
        : t(isShown(report) ? 'report.shownLine' : 'report.openLine', {
            who: nameOf(report.reportedBy),
            when: format.moment(openSince(report)),
          }),
  };
}
