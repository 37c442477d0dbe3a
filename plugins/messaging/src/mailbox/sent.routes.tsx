// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import type { MessagingBrick } from '../brick-types.js';
import { recipientOf } from '../deliver/read-message.js';
import { boxHead } from '../pages/box-tabs.js';
import { groupNames } from '../pages/group-names.js';
import { presentSent } from '../pages/sent/sent.presenter.js';
import { SentView } from '../pages/sent/sent.view.js';
import { SENT_PATH } from '../paths.js';
import { RecipientRow } from '../store/recipient.entity.js';
import { boxQuery } from './box-query.js';
import { readBox } from './read-box.js';

/** What the user has sent: one line for each message. */
export function registerSent({ http }: Pick<MessagingBrick, 'http'>): void {
  http.get(SENT_PATH, { access: 'read', query: boxQuery }, async (request) => {
    const { db, user, query, directory, t, page } = request;
    const box = await readBox({ ownerId: user.id, box: 'sent', after: query.after }, db);
    const messageIds = box.lines.map(({ message }) => message.id);
    const recipients = await db.repository(RecipientRow).find({ where: { messageId: In(messageIds) } });
    const persons = await directory.persons(recipients.flatMap(({ toPerson }) => toPerson ?? []));
    const groups = await groupNames(request);
    const model = presentSent(box, await boxHead('sent', request), {
      ...request,
      persons,
      groups,
      recipientsOf: (messageId) => recipients.filter((one) => one.messageId === messageId).flatMap(recipientOf),
    });
    return page(t('box.sent'), <SentView model={model} t={t} />);
  });
}
