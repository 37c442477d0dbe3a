// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import { CHILD_SHEET } from '../../domain/child/child-sheet.js';
import { waitingCounts } from '../../domain/box/waiting-counts.js';
import { readBox } from '../../domain/box/read-box.js';
import { copiesWithoutWords } from '../../domain/box/show-copies.js';
import { presentChildHome } from './child-home.presenter.js';
import { ChildHomeView } from './child-home.view.js';
import { groupNames } from '../../domain/words/group-names.js';
import { adultsOf } from '../../domain/child/adults-of.js';
import { readAnswerable } from '../../domain/child/answerable.js';
import { goingWords } from './going-words.js';
import { readOwn } from '../../domain/child/own-messages.js';
import { readCalled } from '../../domain/child/read-called.js';
import { readAround } from '../../domain/child/read-around.js';
import { readWithdrawn } from '../../domain/child/read-withdrawn.js';
import { readPause } from '../../domain/child/read-pause.js';

/** The number of the pupil's own messages on the first page, those to send again first, then the newest. */
const OWN_SHOWN = 4;

/** The first page of a pupil: three doors, what became of their messages, the way to an adult. */
export async function childHomePage(request: MessagingRequest): Promise<PageReply> {
  const { user, directory, t, page, asset } = request;
  const ownerId = user.id;
  const inbox = await readBox({ ownerId, box: 'inbox', after: undefined }, request, copiesWithoutWords);
  const sent = await readBox({ ownerId, box: 'sent', after: undefined }, request);
  const waiting = await readAnswerable(undefined, request, copiesWithoutWords);
  const relations = await readAround(ownerId, directory);
  // The note of a recall is in the list, and does not count as new.
  const unread = inbox.lines.filter(({ copy }) => copy.readAt === null && copy.recalledAt === null);
  const counts = await waitingCounts(request);
  const withdrawn = await readWithdrawn(request);
  const ownSent = sent.lines.slice(0, OWN_SHOWN - withdrawn.length);
  const authors = [...new Set(unread.flatMap(({ message }) => message.authorId ?? []))];
  const model = presentChildHome(
    {
      unread,
      unreadCount: counts.unread,
      answerable: waiting.lines,
      own: await readOwn([...withdrawn, ...ownSent], relations, request),
      hasMoreOwn: sent.lines.length > ownSent.length,
      withdrawn: counts.withdrawn,
      drafts: counts.drafts,
      pause: await readPause(request),
      going: await goingWords(request),
      adults: await adultsOf(ownerId, relations, request),
      persons: await readCalled(authors, relations, request),
      groups: await groupNames(request),
    },
    request,
  );
  return page(t('title'), <ChildHomeView model={model} t={t} />, { styles: [asset(CHILD_SHEET)] });
}
