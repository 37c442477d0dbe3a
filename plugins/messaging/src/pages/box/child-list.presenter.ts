// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import type { ThreadDraft } from '../../domain/box/drafts-in-threads.js';
import type { BoxPage } from '../../domain/box/read-box.js';
import { boxPath, INBOX_PATH, threadPath } from '../../paths.js';
import type { Box } from '../../store/copy.entity.js';
import { openingInList } from '../shared/opening.js';
import type { Recipient } from '../../domain/rules/recipients.js';
import { faceOfRecipients, recipientLabel } from '../../domain/words/recipient-labels.js';
import { namesOf } from '../shared/child/words.js';
import type { ChildLine, ChildListModel } from './child-list.view.js';

/** The lists for pupils: the inbox behind its two doors, and the boxes with a line for each message of others or of their own. */
export type ChildList = 'read' | 'reply' | Exclude<Box, 'inbox' | 'sent'>;

const WORDS = {
  read: ['child.readTitle', 'child.readEmpty'],
  reply: ['child.replyTitle', 'child.replyEmpty'],
  drafts: ['child.draftsTitle', 'child.listEmpty'],
  archive: ['box.archive', 'child.listEmpty'],
  trash: ['box.trash', 'child.listEmpty'],
} as const satisfies Record<ChildList, readonly string[]>;

interface ListReader extends Pick<MessagingRequest, 't' | 'format' | 'url' | 'user'> {
  readonly persons: ReadonlyMap<string, Member>;
  readonly going: string | undefined;
  /** Of the messages in the list of drafts. */
  readonly recipients: ReadonlyMap<string, readonly Recipient[]>;
  /** The drafts of replies to these, the newest first. */
  readonly drafts: readonly ThreadDraft[];
}

export function presentChildList({ lines, next }: BoxPage, list: ChildList, reader: ListReader): ChildListModel {
  const { t, format, url, persons, user, going, drafts } = reader;
  const [title, empty] = WORDS[list];
  const path = list === 'read' || list === 'reply' ? `${INBOX_PATH}?door=${list}&` : `${boxPath(list)}?`;
  return {
    title: t(title),
    backUrl: url(INBOX_PATH),
    going,
    lines: lines.map(({ copy, message, body }) => {
      const isOwn = message.authorId === user.id;
      const writer = message.authorId === null ? undefined : persons.get(message.authorId);
      const author = writer?.displayName ?? t('person.gone');
      const name = writer ? `${writer.givenName} ${writer.familyName}` : author;
      return {
        id: copy.id,
        url: url(threadPath(copy.id)),
        title: isOwn ? t('child.you') : author,
        face: isOwn ? user : { id: message.authorId, displayName: name },
        ...(list === 'drafts' && draftTo(message.id, reader)),
        opening:
          copy.recalledAt === null
            ? openingInList({ copy, message, body }, drafts, t)
            : t('taken.by', { name: author }),
        when: format.moment(copy.at),
        isNew: copy.readAt === null,
      };
    }),
    olderUrl: next && url(`${path}after=${next}`),
    empty: t(empty),
  };
}

/** « À Hugo »: of the pupil's own drafts, the author tells nothing apart. */
function draftTo(messageId: string, reader: ListReader): Partial<Pick<ChildLine, 'title' | 'face'>> {
  const { t } = reader;
  const recipients = reader.recipients.get(messageId) ?? [];
  if (recipients.length === 0) return { title: t('child.draftToNobody') };
  const to = namesOf(
    recipients.map((one) => recipientLabel(one, { ...reader, groups: new Map() })),
    reader,
  );
  return { title: t('child.draftTo', { to }), face: faceOfRecipients(recipients, to) };
}
