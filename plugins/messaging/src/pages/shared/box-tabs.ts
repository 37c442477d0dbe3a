// SPDX-License-Identifier: EUPL-1.2
import type { Tab } from '@volee/core-adapter/ui';
import type { MessagingKey, MessagingRequest } from '../../brick-types.js';
import { waitingCounts } from '../../domain/box/waiting-counts.js';
import { waitingReviews } from '../../domain/moderation/waiting-reviews.js';
import { openReports } from '../../domain/reports/read-reports.js';
import { boxPath, HOURS_PATH, REPORTS_PATH, REVIEWS_PATH, RULES_PATH, SEARCH_PATH, WRITE_PATH } from '../../paths.js';
import { onPage } from '../../domain/policy/read-policy.js';
import { readKnownPauses } from '../../domain/policy/known-pauses.js';
import type { Box } from '../../store/copy.entity.js';
import { presentPauses, type PauseNote } from './pauses.presenter.js';

/** The head above each list of messages. */
export interface BoxHead {
  readonly tabs: readonly Tab[];
  readonly writeUrl: string;
  readonly searchUrl: string;
  readonly reviewsUrl: string;
  readonly pauses: readonly PauseNote[];
}

export type BoxTab = Box | 'reports' | 'reviews' | 'search' | 'write' | 'rules' | 'hours';

/** The lists that the user has: « À accepter » only for teachers and heads, the rules only for heads, the own hours only for adults of the school. */
export async function boxHead(current: BoxTab, request: MessagingRequest): Promise<BoxHead> {
  const { access, user, t, url } = request;
  const tab = (name: BoxTab, key: MessagingKey, path: string, count: Pick<Tab, 'count' | 'waits'> = {}): Tab => ({
    label: t(key),
    url: url(path),
    current: name === current,
    ...count,
  });
  const { unread, drafts } = await waitingCounts(request);
  const reports = (await access.can('manage')) ? (await openReports(request)).length : undefined;
  const waiting = (await access.can('moderate')) ? (await waitingReviews(request)).length : undefined;
  return {
    tabs: [
      tab('inbox', 'box.inbox', boxPath('inbox'), {
        count: { value: unread, label: t('inbox.unreadCount', { count: unread }) },
      }),
      ...(waiting === undefined
        ? []
        : [
            tab('reviews', 'box.reviews', REVIEWS_PATH, {
              count: { value: waiting, label: t('awaiting.count', { count: waiting }) },
              waits: true,
            }),
          ]),
      ...(reports === undefined
        ? []
        : [
            tab('reports', 'box.reports', REPORTS_PATH, {
              count: { value: reports, label: t('report.waitingCount', { count: reports }) },
              waits: true,
            }),
          ]),
      ...((await access.can('manage')) ? [tab('rules', 'box.rules', RULES_PATH)] : []),
      tab('sent', 'box.sent', boxPath('sent')),
      tab('drafts', 'box.drafts', boxPath('drafts'), {
        count: { value: drafts, label: t('drafts.count', { count: drafts }) },
      }),
      tab('archive', 'box.archive', boxPath('archive')),
      tab('trash', 'box.trash', boxPath('trash')),
      ...((await access.can('chooseHours')) ? [tab('hours', 'hours.open', HOURS_PATH)] : []),
    ],
    writeUrl: url(WRITE_PATH),
    searchUrl: url(SEARCH_PATH),
    reviewsUrl: url(REVIEWS_PATH),
    pauses: presentPauses(await readKnownPauses(user, onPage(request)), request),
  };
}
