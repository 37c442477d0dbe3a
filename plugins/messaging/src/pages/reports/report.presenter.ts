// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import type { Letter } from '../../domain/box/read-letters.js';
import { reportPath, REPORTS_PATH } from '../../paths.js';
import type { ReadReport } from '../../domain/reports/read-report.js';
import { openSince, reasonsOf } from '../../domain/reports/reasons.js';
import { textOf } from '../../domain/text/parse-text.js';
import { presentFiles } from '../shared/files/files.presenter.js';
import type { ReportedMessage, ReportModel } from './report.view.js';

type ReportTexts = Pick<MessagingRequest, 't' | 'format' | 'url' | 'clock'>;

/** @param problem why the form that was sent did nothing */
export function presentReport(read: ReadReport, problem: string | undefined, reader: ReportTexts): ReportModel {
  const { report, receivers, openings, thread, more, persons } = read;
  const { t, format, url } = reader;
  const nameOf = (id: string | null): string => (id && persons.get(id)?.displayName) || t('person.gone');
  return {
    backUrl: url(REPORTS_PATH),
    actionUrl: url(reportPath(report.id)),
    message: {
      ...presentMessage(read, nameOf, reader),
      ...(report.word !== null && { subject: t('report.wordSubject') }),
      files: presentFiles(read.files, { report: report.id }, reader),
    },
    receivers: t('report.receivers', { count: receivers }),
    taken: report.textUntil ? takenBack(report.textUntil, reader) : undefined,
    reported: t('report.openLine', { who: nameOf(report.reportedBy), when: format.moment(openSince(report)) }),
    reasons: reasonLines(report, reader),
    problem,
    closed:
      report.state === 'closed' && report.closedAt
        ? t('report.closedLine', { who: nameOf(report.closedBy), when: format.moment(report.closedAt) })
        : undefined,
    thread: thread?.map((letter) => presentMessage(letter, nameOf, reader)),
    opened: openings.map(({ id, openedBy, openedAt, reason }) => ({
      id,
      line: t('report.openedLine', { who: nameOf(openedBy), when: format.dayAndTime(openedAt), reason }),
    })),
    more: more > 0 ? t('report.more', { count: more }) : undefined,
  };
}

/** The words of the person, with the instants where they reported it more than once. */
function reasonLines(report: ReadReport['report'], { t, format }: ReportTexts): string[] {
  const reasons = reasonsOf(report);
  if (report.added === null) return reasons.map(({ reason }) => reason);
  return reasons.map(({ at, reason }) =>
    t(reason === '' ? 'report.againAt' : 'report.reasonAt', { when: format.moment(at), reason }),
  );
}

/**
 * The words for a message that was taken back: the person who reported it did not see the text, which is for the head alone and not for
 * long.
 */
function takenBack(until: Date, { t, format, clock }: ReportTexts): string {
  const day = format.day(until);
  return t(clock.now() < until ? 'report.takenUntil' : 'report.takenGone', { day });
}

function presentMessage(
  { message, body }: Letter,
  nameOf: (id: string | null) => string,
  { format }: Pick<ReportTexts, 'format'>,
): ReportedMessage {
  const author = nameOf(message.authorId);
  return {
    id: message.id,
    author,
    face: { id: message.authorId, displayName: author },
    when: format.dayAndTime(message.sentAt),
    subject: message.subject,
    text: textOf(body, message),
    files: [],
  };
}
