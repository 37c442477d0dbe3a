// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { recipientOf } from '../message/read-message.js';
import { groupNames } from '../words/group-names.js';
import { personsOf } from '../words/recipient-labels.js';
import { childrenToTell, type ChildrenOf } from '../words/told-apart.js';
import type { KeptFor } from '../policy/decisions.js';
import { readDecisions } from '../policy/read-policy.js';
import type { Recipient } from '../rules/recipients.js';
import type { Box } from '../../store/copy.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { readThreadDrafts, type ThreadDraft } from './drafts-in-threads.js';
import { onTheirWay } from './on-their-way.js';
import { readBox, type BoxPage } from './read-box.js';
import { readersOf, type Readers } from './readers.js';

/** A page of a box with everything that its lines show. */
export interface BoxList extends BoxPage {
  readonly box: Box;
  /** The copy with which the page before ended. */
  readonly after: string | undefined;
  /** The recipients of the user's own messages, by the id of the message. */
  readonly recipients: ReadonlyMap<string, readonly Recipient[]>;
  readonly readers: ReadonlyMap<string, Readers>;
  /** The user's own messages that leave now. */
  readonly leaving: ReadonlySet<string>;
  readonly persons: ReadonlyMap<string, Member>;
  /** The children by which the list tells guardians apart. */
  readonly children: ChildrenOf;
  readonly groups: ReadonlyMap<string, string>;
  /** The user's drafts in the threads of the inbox or the archives, the newest first. */
  readonly drafts: readonly ThreadDraft[];
  /** The time for which the school keeps messages: those in the trash go by their age, too. Undefined for other boxes. */
  readonly keptFor: KeptFor | undefined;
}

export async function readBoxList(
  { box, after }: { readonly box: Box; readonly after: string | undefined },
  request: MessagingRequest,
): Promise<BoxList> {
  const { user, directory } = request;
  const page = await readBox({ ownerId: user.id, box, after }, request);
  const own = page.lines.map(({ message }) => message).filter(({ authorId }) => authorId === user.id);
  const recipients = await readRecipients(
    own.map(({ id }) => id),
    request,
  );
  const authors = page.lines.flatMap(({ message }) => message.authorId ?? []);
  const named = [...recipients.values()].flatMap(personsOf);
  const ids = [...authors, ...named];
  const guardians = page.lines.flatMap(({ message }) =>
    message.asProfile === 'guardian' ? (message.authorId ?? []) : [],
  );
  const toFamilies = own.map((message) => ({ message, recipients: recipients.get(message.id) ?? [] }));
  return {
    ...page,
    box,
    after,
    recipients,
    leaving: await onTheirWay(own, request),
    readers: box === 'sent' ? await readersOf(toFamilies, request) : new Map(),
    persons: await directory.persons([...new Set(ids)]),
    children: await childrenToTell([...guardians, ...named], request),
    groups: own.length > 0 ? await groupNames(request) : new Map(),
    drafts: box === 'inbox' || box === 'archive' ? await readThreadDrafts(page.lines, request) : [],
    keptFor: box === 'trash' ? (await readDecisions(request)).keptFor : undefined,
  };
}

/** The recipients of messages, by the id of the message, as their author named them. */
export async function readRecipients(
  messageIds: readonly string[],
  { db }: Pick<MessagingRequest, 'db'>,
): Promise<Map<string, readonly Recipient[]>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db.repository(RecipientRow).find({ where: { messageId: In([...messageIds]) } });
  return new Map(
    messageIds.map((id) => [id, rows.filter(({ messageId }) => messageId === id).flatMap(recipientOf)] as const),
  );
}
