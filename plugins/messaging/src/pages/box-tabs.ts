// SPDX-License-Identifier: EUPL-1.2
import type { Tab } from '@volee/core-adapter/ui';
import type { MessagingRequest, MessagingTexts } from '../brick-types.js';
import { INBOX_PATH, REVIEWS_PATH, SEARCH_PATH, SENT_PATH, WRITE_PATH } from '../paths.js';

/** What stands above each list of messages. */
export interface BoxHead {
  readonly tabs: readonly Tab[];
  readonly writeUrl: string;
  readonly searchUrl: string;
}

/** The lists that the user has: « À accepter » only for teachers and heads. */
export async function boxHead(
  current: 'inbox' | 'reviews' | 'search' | 'sent' | 'write',
  { access, t, url }: Pick<MessagingRequest, 'access' | 'url'> & { readonly t: MessagingTexts },
): Promise<BoxHead> {
  const boxes = [
    { box: 'inbox', label: t('box.inbox'), path: INBOX_PATH },
    ...((await access.can('moderate')) ? [{ box: 'reviews', label: t('box.reviews'), path: REVIEWS_PATH }] : []),
    { box: 'sent', label: t('box.sent'), path: SENT_PATH },
  ];
  return {
    tabs: boxes.map(({ box, label, path }) => ({ label, url: url(path), current: box === current })),
    writeUrl: url(WRITE_PATH),
    searchUrl: url(SEARCH_PATH),
  };
}
