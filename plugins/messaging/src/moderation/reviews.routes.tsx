// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type LoadContext, type RedirectReply, type SchoolDatabase } from '@volee/core-adapter';
import { z } from 'zod';
import type { MessagingBrick, MessagingRequest } from '../brick-types.js';
import { boxHead } from '../pages/box-tabs.js';
import { presentReviews } from '../pages/moderation/moderation.presenter.js';
import { ModerationView } from '../pages/moderation/moderation.view.js';
import { REVIEWS_PATH } from '../paths.js';
import { readPupilsHours } from '../policy/read-policy.js';
import { ReviewRow } from '../store/review.entity.js';
import { decideReview, type Decision } from './decide-review.js';
import { readReviews } from './read-reviews.js';
import { refusalFields, refusalWord } from './refusal-words.js';
import { scopeOfReview, type ScopedReview } from './review-scope.js';

const reviewParams = z.object({ id: z.uuid() });
/** The version that the page showed. */
const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** Messages between pupils that wait for a teacher of the class. */
export function registerReviews({ http }: Pick<MessagingBrick, 'http'>): void {
  http.get(REVIEWS_PATH, { access: 'moderate' }, async (request) => {
    const { t, page } = request;
    const model = presentReviews(await readReviews(request), await boxHead('reviews', request), request);
    return page(t('box.reviews'), <ModerationView model={model} t={t} />);
  });

  http.post(
    `${REVIEWS_PATH}/:id/accept`,
    { access: 'moderate', params: reviewParams, body: z.object({ version }), load: findReview },
    (request) => decide(request, { state: 'accepted', word: null, version: request.body.version }),
  );

  http.post(
    `${REVIEWS_PATH}/:id/refuse`,
    { access: 'moderate', params: reviewParams, body: z.object({ version, ...refusalFields }), load: findReview },
    (request) => {
      const word = refusalWord(request.body, request.t);
      return decide(request, { state: 'refused', word, version: request.body.version });
    },
  );
}

async function findReview({
  params,
  db,
  school,
  clock,
}: LoadContext & { readonly params: { readonly id: string }; readonly db: SchoolDatabase }): Promise<
  ScopedReview | undefined
> {
  const review = await db.repository(ReviewRow).findOne({ where: { id: params.id } });
  return review && scopeOfReview(review, await readPupilsHours({ db, school }), clock.now());
}

/** Of two teachers at once, the second reads what the first one did. */
async function decide(
  request: MessagingRequest & { readonly resource: ScopedReview },
  decision: Decision,
): Promise<RedirectReply> {
  const { resource: review, t, redirect } = request;
  try {
    await decideReview(review, decision, request);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return redirect(REVIEWS_PATH, await whoDecided(review, request));
  }
  return redirect(REVIEWS_PATH, t(decision.state === 'accepted' ? 'review.accepted' : 'review.refused'));
}

async function whoDecided(
  { id }: ScopedReview,
  { db, directory, t }: Pick<MessagingRequest, 'db' | 'directory' | 't'>,
): Promise<string> {
  const decided = await db.repository(ReviewRow).findOne({ where: { id } });
  const { decidedBy = null } = decided ?? {};
  const who = decidedBy === null ? undefined : (await directory.persons([decidedBy])).get(decidedBy)?.displayName;
  const key = decided?.state === 'accepted' ? 'review.acceptedBefore' : 'review.refusedBefore';
  return t(key, { who: who ?? t('person.gone') });
}
