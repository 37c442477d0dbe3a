// SPDX-License-Identifier: EUPL-1.2
import type { AcceptedWait } from '../../../domain/moderation/accepted-leaves.js';
import { subjectAbove } from '../../../domain/write/subject-of.js';
import type { MessagingKey, MessagingRequest } from '../../../brick-types.js';
import { tickOf } from '../../../domain/moderation/decision.input.js';
import type { ReviewedLetter, ReviewPage } from '../../../domain/moderation/read-reviews.js';
import { REFUSAL_REASONS, WORD_KEYS, type RefusalReason } from '../../../domain/moderation/refusal-words.js';
import { reviewPath, REVIEWS_PATH, showPath } from '../../../paths.js';
import type { ReportRow } from '../../../store/report.entity.js';
import { textOf } from '../../../domain/text/parse-text.js';
import type { BoxHead } from '../box-tabs.js';
import { presentFiles } from '../files/files.presenter.js';
import { recipientLabel } from '../../../domain/words/recipient-labels.js';
import type { DecidedLine, ModerationModel, ReviewLine, WaitingLine, WordProblem } from './moderation.model.js';

const REASON_KEYS = {
  hurtful: 'reason.hurtful',
  'talk-first': 'reason.talkFirst',
  'tells-too-much': 'reason.tellsTooMuch',
  'own-words': 'reason.ownWords',
} as const satisfies Record<RefusalReason, MessagingKey>;

/** The maximum difference in milliseconds. */
const SAME_REQUEST = 10_000;

/** The value that stands for everything that is ticked, in place of the id of a review. */
export const TOGETHER = 'together';

/** A decision that cannot be taken as it was sent. */
export interface DecisionProblem {
  /** The id of a review, or `TOGETHER`. */
  readonly in: string;
  readonly ticked: readonly { readonly id: string }[];
  readonly sentence: string;
  /** The reason that was chosen for a refusal without a word. */
  readonly reason?: RefusalReason | undefined;
  /** The words of a refusal that was not stored. */
  readonly word?: string | undefined;
  /** Default: 400 */
  readonly status?: 409;
}

type ReviewTexts = Pick<MessagingRequest, 't' | 'format' | 'url' | 'user'> & {
  readonly problem: DecisionProblem | undefined;
  /** Undefined while an accepted message leaves at once. */
  readonly wait: AcceptedWait | undefined;
};

export function presentReviews(shown: ReviewPage, head: BoxHead, reader: ReviewTexts): ModerationModel {
  const { t, format, url, problem, wait } = reader;
  const { count, waiting, decided } = shown;
  const oldest = waiting[0]?.review.heldAt;
  const lines = byAuthor(waiting).flatMap((ofAuthor) => presentAuthor(ofAuthor, shown, reader));
  const together =
    problem?.in === TOGETHER && problem.ticked.length > 0 && lines.length > 1 ? wordProblem(problem) : undefined;
  const isAtField = together !== undefined || lines.some((line) => line.problem !== undefined);
  return {
    ...head,
    title: count > 0 ? t('review.title', { count }) : t('review.none'),
    oldest: oldest && t('review.oldest', { when: format.moment(oldest) }),
    waiting: lines,
    leaves: wait
      ? t(`review.leaves${waitKey(wait)}`, { when: wait.until ? format.when(wait.until) : '' })
      : t('review.leaves'),
    decided: decided.map((line) => presentDecided(line, shown, reader)),
    canShow: canShow(reader),
    togetherUrl: url(REVIEWS_PATH),
    problem: isAtField ? undefined : problem?.sentence,
    togetherProblem: together,
    reasons: REFUSAL_REASONS.map((reason) => ({ value: reason, label: t(REASON_KEYS[reason]) })),
    words: JSON.stringify(Object.fromEntries(Object.entries(WORD_KEYS).map(([reason, key]) => [reason, t(key)]))),
  };
}

/** The end of the keys that say until when an accepted message waits. */
export function waitKey(wait: AcceptedWait): 'Later' | 'AfterPause' | 'AfterOpenPause' {
  if (wait.for === 'quietHours') return 'Later';
  return wait.until === null ? 'AfterOpenPause' : 'AfterPause';
}

function wordProblem({ sentence, reason, word }: DecisionProblem): WordProblem {
  return { sentence, reason, word };
}

/** Sorts the lines by author, the author of the oldest line first. */
function byAuthor(lines: readonly ReviewedLetter[]): ReviewedLetter[][] {
  const authors = new Map<string | null, ReviewedLetter[]>();
  for (const line of lines) {
    const { authorId } = line.message;
    const own = authors.get(authorId);
    if (own) own.push(line);
    else authors.set(authorId, [line]);
  }
  return [...authors.values()];
}

/** The lines of one author. Several messages begin with their number. */
function presentAuthor(lines: readonly ReviewedLetter[], shown: ReviewPage, reader: ReviewTexts): WaitingLine[] {
  return lines.map((line, place) => {
    const presented = presentWaiting(line, shown, reader);
    if (place > 0 || lines.length === 1) return presented;
    return { ...presented, heading: reader.t('review.ofAuthor', { who: presented.from, count: lines.length }) };
  });
}

function presentLine(
  { review, message, body, files, recipients }: ReviewedLetter,
  { persons, groups }: ReviewPage,
  { t, format, url }: ReviewTexts,
): ReviewLine {
  const from = (message.authorId && persons.get(message.authorId)?.displayName) || t('person.gone');
  const labels = { t, persons, groups };
  return {
    id: review.id,
    from,
    face: { id: message.authorId, displayName: from },
    group: groups.get(review.groupId) ?? '',
    to: format.list(recipients.map((recipient) => recipientLabel(recipient, labels))),
    when: format.moment(message.sentAt),
    subject: subjectAbove(message.subject, body),
    text: textOf(body, message),
    files: review.state === 'waiting' ? presentFiles(files, { review: review.id }, { format, url }) : [],
  };
}

function presentWaiting(line: ReviewedLetter, shown: ReviewPage, reader: ReviewTexts): WaitingLine {
  const { review, message, refusals, report } = line;
  const { t, format, url, problem } = reader;
  const presented = presentLine(line, shown, reader);
  // The message was sent again: the review waits anew since then, and not only since the school moderates again.
  // An acceptance that was taken back has left its instant.
  const isAskedAnew = review.version > 1 && review.decidedAt === null;
  const isChanged = isAskedAnew && review.heldAt.getTime() - message.sentAt.getTime() < SAME_REQUEST;
  return {
    ...presented,
    version: String(review.version),
    tick: shown.waiting.length > 1 ? tickOf(review) : undefined,
    isTicked: problem?.ticked.some(({ id }) => id === review.id) ?? false,
    firstName: (message.authorId && shown.persons.get(message.authorId)?.givenName) || presented.from,
    heading: undefined,
    changed: isChanged ? t('review.changedAt', { when: format.moment(review.heldAt) }) : undefined,
    refusedBefore: refusals.map(({ id, decidedBy, decidedAt, word }) => ({
      id,
      line: t('review.refusedWith', {
        who: (decidedBy && shown.persons.get(decidedBy)?.displayName) || t('person.gone'),
        when: format.moment(decidedAt),
        word,
      }),
    })),
    headSees: review.visibleTo.includes('head'),
    shown: report && shownLine(report, shown, reader),
    showUrl: report || !canShow(reader) ? undefined : url(showPath(review.id)),
    decideUrl: url(reviewPath(review.id)),
    problem: problem?.in === review.id ? wordProblem(problem) : undefined,
  };
}

/** A head who accepts messages reads them anyhow. */
function canShow({ user }: Pick<ReviewTexts, 'user'>): boolean {
  return !user.profiles.includes('head');
}

/** The teacher who has shown it to the heads; once the report is closed, the head who closed it. */
function shownLine(
  { reportedBy, reportedAt, closedBy, closedAt, state }: ReportRow,
  { persons }: ReviewPage,
  { t, format }: Pick<ReviewTexts, 't' | 'format'>,
): string {
  const nameOf = (id: string | null): string => (id && persons.get(id)?.displayName) || t('person.gone');
  if (state === 'closed' && closedAt)
    return t('review.shownClosed', { who: nameOf(closedBy), when: format.moment(closedAt) });
  return t('review.shownBy', { who: nameOf(reportedBy), when: format.moment(reportedAt) });
}

function presentDecided(line: ReviewedLetter, shown: ReviewPage, reader: ReviewTexts): DecidedLine {
  const { state, decidedAt, decidedBy, heldAt } = line.review;
  return {
    ...presentLine(line, shown, reader),
    isAccepted: state === 'accepted',
    decidedAt: reader.format.moment(decidedAt ?? heldAt),
    decidedBy: (decidedBy && shown.persons.get(decidedBy)?.displayName) || reader.t('person.gone'),
  };
}
