// SPDX-License-Identifier: EUPL-1.2
import { subjectAbove } from '../../domain/write/subject-of.js';
import type { MessagingRequest } from '../../brick-types.js';
import type { Letter } from '../../domain/box/read-letters.js';
import { INBOX_PATH, REPORTS_PATH, WRITE_PATH, reportPath } from '../../paths.js';
import type { ReadReport } from '../../domain/reports/read-report.js';
import { openSince, reasonsOf } from '../../domain/reports/reasons.js';
import { isShown } from '../../domain/reports/shown-text.js';
import { isTextKept } from '../../domain/reports/text-kept.js';
import { textOf } from '../../domain/text/parse-text.js';
import { recipientLabel } from '../../domain/words/recipient-labels.js';
import { presentFiles } from '../shared/files/files.presenter.js';
import type { ReportedMessage, ReportModel } from './report.view.js';

type ReportTexts = Pick<MessagingRequest, 't' | 'format' | 'url' | 'clock'>;

/** @param problem why the form that was sent did nothing */
export function presentReport(read: ReadReport, problem: string | undefined, reader: ReportTexts): ReportModel {
  const { report, openings, thread, more, persons } = read;
  const { t, format, url } = reader;
  const nameOf = (id: string | null): string => (id && persons.get(id)?.displayName) || t('person.gone');
  return {
    crumbs: [
      { label: t('title'), url: url(INBOX_PATH) },
      { label: t('box.reports'), url: url(REPORTS_PATH) },
      { label: t('report.title') },
    ],
    write: writeToParents(read, reader),
    actionUrl: url(reportPath(report.id)),
    message: {
      ...presentMessage(read, nameOf, reader),
      ...(report.word !== null && { subject: t('report.wordSubject') }),
      files: presentFiles(read.files, { report: report.id }, reader),
    },
    receivers: receiversOf(read, reader),
    taken: takenBack(report, reader),
    reported: t(isShown(report) ? 'report.shownLine' : 'report.openLine', {
      who: nameOf(report.reportedBy),
      when: format.moment(openSince(report)),
    }),
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
    isAlone: isShown(report),
    closeHint:
      isShown(report) && report.textUntil
        ? t('report.shownCloseHint', { day: format.day(report.textUntil) })
        : t('report.closeHint'),
  };
}

/** The search for the parents of the pupil who wrote the message, on the page for writing. */
function writeToParents({ message, persons }: ReadReport, { t, url }: ReportTexts): ReportModel['write'] {
  const name = message.authorId === null ? undefined : persons.get(message.authorId)?.displayName;
  if (name === undefined || message.asProfile !== 'pupil') return undefined;
  const search = new URLSearchParams({ q: t('report.parentsOf', { name }) });
  return { url: `${url(WRITE_PATH)}?${search}`, label: t('report.writeParents', { name }) };
}

/** The words of the person, with the instants where they reported it more than once. */
function reasonLines(report: ReadReport['report'], { t, format }: ReportTexts): string[] {
  const reasons = reasonsOf(report);
  if (report.added === null) return reasons.map(({ reason }) => reason);
  return reasons.map(({ at, reason }) =>
    t(reason === '' ? 'report.againAt' : 'report.reasonAt', { when: format.moment(at), reason }),
  );
}

/** The number of people who have it; of a message that a teacher showed before deciding also the class, and the people that it is to. */
function receiversOf({ receivers, address, persons }: ReadReport, { t, format }: ReportTexts): string {
  const count = address && receivers === 0 ? t('report.notArrived') : t('report.receivers', { count: receivers });
  if (!address || address.recipients.length === 0) return [...(address?.classes ?? []), count].join(' · ');
  const { classes, recipients, groups } = address;
  const to = format.list(recipients.map((recipient) => recipientLabel(recipient, { t, persons, groups })));
  return [t('report.shownTo', { group: format.list(classes), to }), count].join(' · ');
}

/**
 * The words for a message that was taken back, or that a teacher showed before deciding: its text is for the head alone, and not for long.
 */
function takenBack(report: ReadReport['report'], { t, format, clock }: ReportTexts): string | undefined {
  const { textUntil } = report;
  if (!textUntil) return undefined;
  const of = isShown(report) ? 'shown' : 'taken';
  const isKept = isTextKept(report, clock.now());
  return t(`report.${of}${isKept ? 'Until' : 'Gone'}`, { day: format.day(textUntil) });
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
    subject: subjectAbove(message.subject, body),
    text: textOf(body, message),
    files: [],
  };
}
