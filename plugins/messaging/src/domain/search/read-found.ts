// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { MessagingRequest } from '../../brick-types.js';
import { recipientOf } from '../message/read-message.js';
import { showCopies, type ShownLetter } from '../box/show-copies.js';
import { groupNames } from '../words/group-names.js';
import { personsOf } from '../words/recipient-labels.js';
import { childrenToTell, type ChildrenOf } from '../words/told-apart.js';
import type { Recipient } from '../rules/recipients.js';
import { CopyRow } from '../../store/copy.entity.js';
import { RecipientRow } from '../../store/recipient.entity.js';
import { searchMailbox, wordsOfSearch, type Found, type Place } from './search-mailbox.js';

export interface FoundLetter extends ShownLetter {
  /** The recipients of the reader's own messages; others do not learn to which people a message went. */
  readonly recipients: readonly Recipient[];
}

/** One page of results, the newest first. */
export interface SearchPage extends Omit<Found, 'copyIds'> {
  readonly words: readonly string[];
  readonly lines: readonly FoundLetter[];
  readonly persons: ReadonlyMap<string, Member>;
  /** The children by which the list tells guardians apart. */
  readonly children: ChildrenOf;
  readonly groups: ReadonlyMap<string, string>;
}

/** @returns undefined for a search without a letter or digit */
export async function readFound(
  search: string,
  after: Place | undefined,
  request: MessagingRequest,
): Promise<SearchPage | undefined> {
  const { db, user, directory } = request;
  const words = wordsOfSearch(search);
  if (words.length === 0) return undefined;
  const { copyIds, ...rest } = await searchMailbox({ ownerId: user.id, words, after }, db);
  const copies = await db.repository(CopyRow).find({ where: { id: In([...copyIds]), ownerId: user.id } });
  const byId = new Map(copies.map((copy) => [copy.id, copy]));
  const shown = await showCopies(
    copyIds.flatMap((id) => byId.get(id) ?? []),
    request,
  );
  // A message that was taken back since the search has no words to show.
  const letters = shown.filter(({ copy }) => copy.recalledAt === null);
  const own = letters.filter(({ message }) => message.authorId === user.id);
  const rows = await db
    .repository(RecipientRow)
    .find({ where: { messageId: In(own.map(({ message }) => message.id)) } });
  const lines = letters.map((letter) => ({
    ...letter,
    recipients: rows.filter(({ messageId }) => messageId === letter.message.id).flatMap(recipientOf),
  }));
  const ids = lines.flatMap(({ message, recipients }) => [message.authorId ?? [], personsOf(recipients)].flat());
  const persons = await directory.persons([...new Set(ids)]);
  const guardians = lines.flatMap(({ message, recipients }) => [
    ...(message.asProfile === 'guardian' ? [message.authorId ?? []].flat() : []),
    ...personsOf(recipients),
  ]);
  const children = await childrenToTell(guardians, request);
  return { ...rest, words, lines, persons, children, groups: await groupNames(request) };
}
