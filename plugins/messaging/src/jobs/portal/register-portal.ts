// SPDX-License-Identifier: EUPL-1.2
import type { MessagingBrick } from '../../brick-types.js';
import { formerThings } from '../former/former-things.js';
import { countUnread } from '../../domain/box/count-unread.js';
import { waitingReviews } from '../../domain/moderation/waiting-reviews.js';
import { openReports } from '../../domain/reports/read-reports.js';
import { burstTasks } from './burst-tasks.js';
import { openingTasks } from './opening-tasks.js';
import { refusedTasks } from './refused-tasks.js';
import { reportTasks } from './report-tasks.js';
import { reviewTasks } from './review-tasks.js';

/** As many as the portal shows. */
const MOST = 5;

/** Tasks of a person: unread threads, messages to accept, reports, bursts of these, and their own messages that were refused. */
export function registerPortal({ portal }: Pick<MessagingBrick, 'portal'>): void {
  portal({
    async badge(request) {
      const { db, user } = request;
      const [unread, reviews] = [await countUnread(user.id, db), await waitingReviews(request)];
      return unread + reviews.length + (await openReports(request)).length;
    },
    async tasks(request) {
      const reports = await reportTasks(request);
      const told = [...(await openingTasks(request)), ...(await refusedTasks(request))];
      const bursts = await burstTasks(request);
      return [...bursts, ...reports, ...(await reviewTasks(request)), ...told].slice(0, MOST);
    },
    formerSchool: formerThings,
  });
}
