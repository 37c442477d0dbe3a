// SPDX-License-Identifier: EUPL-1.2
import { ForbiddenError, NotFoundError, type PageReply, type UndoNote } from '@volee/core-adapter';
import { z } from 'zod';
import { In } from 'typeorm';
import type { MessagingBrick, MessagingRequest, MessagingKey, MessagingTexts } from '../../brick-types.js';
import { boxHead } from '../shared/box-tabs.js';
import { presentReviews, TOGETHER, waitKey, type DecisionProblem } from '../shared/moderation/moderation.presenter.js';
import { ModerationView } from './moderation.view.js';
import { REVIEWS_PATH, showPath, UNDO_REVIEWS_PATH } from '../../paths.js';
import { ReviewRow } from '../../store/review.entity.js';
import { decideReview, type Verdict } from '../../domain/moderation/decide-review.js';
import { decideTogether, undoTogether, type Decided } from '../../domain/moderation/decide-together.js';
import {
  decisionsTogether,
  oneDecision,
  shownReview,
  tickOf,
  undoneTogether,
  verdictOf,
} from '../../domain/moderation/decision.input.js';
import type { Undone } from '../../domain/moderation/undo-acceptance.js';
import { readReviews } from '../../domain/moderation/read-reviews.js';
import type { RefusalReason } from '../../domain/moderation/refusal-words.js';
import { showReview } from '../../domain/reports/show-review.js';
import { onPage } from '../../domain/policy/read-policy.js';
import { acceptedLeaves } from '../../domain/moderation/accepted-leaves.js';
import { tellTeachers } from '../../domain/moderation/tell-teachers.js';
import { scopeReviews, type ReviewScopeReader, type ScopedReview } from '../../domain/moderation/review-scope.js';

/** The outcomes of acceptances that were taken back, in the order in which the page tells them. */
const UNDONE: readonly Undone[] = ['undone', 'shown', 'late'];

const reviewParams = z.object({ id: z.uuid() });

/** Messages between pupils who wait for a teacher of the class. */
export function registerReviews({ http }: Pick<MessagingBrick, 'http'>): void {
  http.get(REVIEWS_PATH, { access: 'moderate' }, (request) => reviewsPage(request));

  http.post(REVIEWS_PATH, { access: 'moderate', body: decisionsTogether }, async (request) => {
    const { body, t, redirect } = request;
    const ticked = body.review;
    if (ticked.length === 0)
      return reviewsPage(request, { in: TOGETHER, ticked: [], sentence: t('review.noneTicked') });
    const verdict = verdictOf(body, t);
    if (!verdict) return reviewsPage(request, { in: TOGETHER, ticked, ...noWord(body, t) });
    const decided = await decideTogether(ticked, verdict, request);
    await tellTeachers(decided.classes, request);
    return redirect(REVIEWS_PATH, await decisionNotice(decided, verdict, request), undoOf(decided.done, verdict));
  });

  http.post(UNDO_REVIEWS_PATH, { access: 'moderate', body: undoneTogether }, async (request) => {
    const { body, t, redirect } = request;
    const { outcomes, classes } = await undoTogether(body.review, request);
    await tellTeachers(classes, request);
    const sentences = UNDONE.flatMap((one) => {
      const count = outcomes.filter((outcome) => outcome === one).length;
      return count > 0 ? [t(`review.undo.${one}`, { count })] : [];
    });
    return redirect(REVIEWS_PATH, sentences.length > 0 ? sentences.join(' ') : t('review.undo.late', { count: 1 }));
  });

  http.post(
    `${REVIEWS_PATH}/:id`,
    { access: 'moderate', params: reviewParams, body: oneDecision, load: findReview },
    async (request) => {
      const { resource: review, body, t, redirect, user } = request;
      if (review.notFor.has(user.id)) throw new NotFoundError('The message is of a child of the user.');
      const verdict = verdictOf(body, t);
      if (!verdict) return reviewsPage(request, { in: review.id, ticked: [], ...noWord(body, t) });
      const isDone = await decideReview(review, { ...verdict, version: body.version }, request);
      if (isDone) await tellTeachers([review.groupId], request);
      // A redirect would forget the teacher's own words.
      else if (verdict.state === 'refused' && body.word)
        return reviewsPage(request, await missedProblem(review, body, request));
      const decided = isDone ? { count: 1, missed: [] } : { count: 0, missed: [review] };
      const done = isDone ? [{ id: review.id, version: body.version + 1 }] : [];
      return redirect(REVIEWS_PATH, await decisionNotice(decided, verdict, request), undoOf(done, verdict));
    },
  );

  http.post(
    showPath(':id'),
    { access: 'moderate', params: reviewParams, body: shownReview, load: findReview },
    async (request) => {
      const { resource: review, body, t, redirect, user } = request;
      if (review.notFor.has(user.id)) throw new NotFoundError('The message is of a child of the user.');
      if (user.profiles.includes('head')) throw new ForbiddenError('A head who accepts messages has read it.');
      const shown = await showReview(review, body, request);
      if (shown) await tellTeachers([review.groupId], request);
      const sentence = shown ? t(shown.told) : await missedNotice([review], request);
      // A reason that is in no report stays in its form.
      return shown?.isTaken ? redirect(REVIEWS_PATH, sentence) : reviewsPage(request, { in: '', ticked: [], sentence });
    },
  );
}

/** « Annuler », after messages were accepted. */
function undoOf(done: Decided['done'], { state }: Verdict): UndoNote | undefined {
  if (state !== 'accepted' || done.length === 0) return undefined;
  return { path: UNDO_REVIEWS_PATH, fields: { review: done.map(tickOf) } };
}

async function reviewsPage(request: MessagingRequest, problem?: DecisionProblem): Promise<PageReply> {
  const { t, page, asset } = request;
  const wait = await acceptedLeaves(onPage(request));
  const model = presentReviews(await readReviews(request), await boxHead('reviews', request), {
    ...request,
    problem,
    wait,
  });
  return page(t('box.reviews'), <ModerationView model={model} t={t} />, {
    scripts: [asset('moderation.js')],
    ...(problem && { status: problem.status ?? 400 }),
  });
}

/** A refusal that came too late, with its words in the form of the message if that still waits. */
async function missedProblem(
  review: ReviewRow,
  { reason, word }: { readonly reason?: RefusalReason | undefined; readonly word?: string | undefined },
  request: MessagingRequest,
): Promise<DecisionProblem> {
  const sentence = await missedNotice([review], request);
  return { in: review.id, ticked: [], sentence, reason, word, status: 409 };
}

/** Why a refusal has no word: none is chosen, or the teacher's own words are, without any. */
function noWord(
  { reason }: { readonly reason?: RefusalReason | undefined },
  t: MessagingTexts,
): Pick<DecisionProblem, 'sentence' | 'reason'> {
  return { reason, sentence: t(reason === undefined ? 'review.chooseWord' : 'review.noWord') };
}

async function findReview(
  input: ReviewScopeReader & { readonly params: { readonly id: string } },
): Promise<ScopedReview | undefined> {
  const review = await input.db.repository(ReviewRow).findOne({ where: { id: input.params.id } });
  return review && (await scopeReviews([review], input))[0];
}

type NoticeTools = Pick<MessagingRequest, 'db' | 'directory' | 't'>;
type DecisionTools = NoticeTools & Pick<MessagingRequest, 'school' | 'clock' | 'format'>;

/** The notice of the next page: the number of decisions, and for each one that came too late the decision before it. */
async function decisionNotice(
  { count, missed }: Pick<Decided, 'count' | 'missed'>,
  { state, word }: Verdict,
  tools: DecisionTools,
): Promise<string> {
  const wait = state === 'accepted' && count > 0 ? await acceptedLeaves(onPage(tools)) : undefined;
  const done = wait
    ? [tools.t(`review.accepted${waitKey(wait)}`, { count, when: wait.until ? tools.format.when(wait.until) : '' })]
    : count > 0
      ? [tools.t(`review.${state}`, { count, word: word ?? '' })]
      : [];
  return [...done, await missedNotice(missed, tools)].filter((sentence) => sentence !== '').join(' ');
}

/** The decisions before, of reviews that the user came too late for. */
async function missedNotice(missed: readonly ReviewRow[], { db, directory, t }: NoticeTools): Promise<string> {
  const now = await db.repository(ReviewRow).find({ where: { id: In(missed.map(({ id }) => id)) } });
  const persons = await directory.persons(now.flatMap(({ decidedBy }) => decidedBy ?? []));
  const before = now.map((review) => {
    const who = review.decidedBy === null ? undefined : persons.get(review.decidedBy)?.displayName;
    return t(keyOf(review), { who: who ?? t('person.gone') });
  });
  return [...new Set(before)].join(' ');
}

/**
 * The key of the notice. When two teachers decide at once, the second one reads what the first one did; after a change, that the message is
 * to be read again.
 */
function keyOf({ state, decidedBy }: ReviewRow): MessagingKey {
  if (state === 'waiting') return 'review.changed';
  if (state === 'lapsed') return 'review.lapsed';
  if (state === 'accepted') return 'review.acceptedBefore';
  return decidedBy === null ? 'review.refusedByTime' : 'review.refusedBefore';
}
