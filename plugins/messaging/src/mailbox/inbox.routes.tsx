// SPDX-License-Identifier: EUPL-1.2
import type { MessagingBrick } from '../brick-types.js';
import { boxHead } from '../pages/box-tabs.js';
import { presentInbox } from '../pages/inbox/inbox.presenter.js';
import { InboxView } from '../pages/inbox/inbox.view.js';
import { INBOX_PATH } from '../paths.js';
import { boxQuery } from './box-query.js';
import { readBox } from './read-box.js';

/** What the user has received: one line for each thread. */
export function registerInbox({ http }: Pick<MessagingBrick, 'http'>): void {
  http.get(INBOX_PATH, { access: 'read', query: boxQuery }, async (request) => {
    const { db, user, query, directory, t, page } = request;
    const box = await readBox({ ownerId: user.id, box: 'inbox', after: query.after }, db);
    const persons = await directory.persons(box.lines.flatMap(({ message }) => message.authorId ?? []));
    const head = await boxHead('inbox', request);
    return page(t('title'), <InboxView model={presentInbox(box, head, { ...request, persons })} t={t} />);
  });
}
