// SPDX-License-Identifier: EUPL-1.2
import type { Format, Member } from '@volee/core-adapter';
import type { MessagingTexts } from '../../brick-types.js';
import type { BoxPage } from '../../mailbox/read-box.js';
import { INBOX_PATH, threadPath } from '../../paths.js';
import type { BoxHead } from '../box-tabs.js';
import { initialsOf } from '../initials.js';
import { openingOf } from '../opening.js';
import type { InboxModel } from './inbox.model.js';

interface InboxReader {
  readonly t: MessagingTexts;
  readonly format: Format;
  readonly url: (path: string) => string;
  readonly persons: ReadonlyMap<string, Member>;
}

export function presentInbox({ lines, next }: BoxPage, head: BoxHead, reader: InboxReader): InboxModel {
  const { t, format, url, persons } = reader;
  return {
    ...head,
    lines: lines.map(({ copy, message, body }) => {
      const from = (message.authorId && persons.get(message.authorId)?.displayName) || t('person.gone');
      return {
        id: copy.id,
        url: url(threadPath(copy.id)),
        from,
        initials: initialsOf(from),
        subject: message.subject,
        opening: openingOf(body),
        when: format.moment(copy.at),
        isUnread: copy.readAt === null,
      };
    }),
    olderUrl: next && url(`${INBOX_PATH}?after=${next}`),
  };
}
