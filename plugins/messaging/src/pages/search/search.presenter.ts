// SPDX-License-Identifier: EUPL-1.2
import type { MessagingKey, MessagingRequest } from '../../brick-types.js';
import { draftPath, SEARCH_PATH, threadPath } from '../../paths.js';
import type { SearchPage, FoundLetter } from '../../domain/search/read-found.js';
import type { Box } from '../../store/copy.entity.js';
import { plainTextOf } from '../../domain/text/plain-text.js';
import type { BoxHead } from '../shared/box-tabs.js';
import { faceOfRecipients, recipientLabel } from '../../domain/words/recipient-labels.js';
import { namesApart } from '../../domain/words/told-apart.js';
import { lineAround, markWords } from './marked.js';
import type { SearchLine, SearchModel } from './search.view.js';

const BOXES = {
  inbox: { key: 'found.inbox', icon: 'inbox-fill' },
  sent: { key: 'found.sent', icon: 'send-fill' },
  drafts: { key: 'found.drafts', icon: 'pencil-fill' },
  archive: { key: 'found.archive', icon: 'archive-fill' },
  trash: { key: 'found.trash', icon: 'trash-fill' },
} as const satisfies Record<Box, { key: MessagingKey; icon: string }>;

type SearchReader = Pick<MessagingRequest, 't' | 'format' | 'url' | 'user'>;

/** @param page undefined before anything was searched for */
export function presentSearch(
  search: string,
  page: SearchPage | undefined,
  head: BoxHead,
  reader: SearchReader,
): SearchModel {
  const { t, format, url } = reader;
  const older =
    page?.next && new URLSearchParams({ q: search, after: page.next.messageId, at: page.next.at.toISOString() });
  return {
    ...head,
    search,
    result: page && {
      title: page.lines.length > 0 ? t('search.title', { search }) : t('search.nothing', { search }),
      lines: page.lines.map((line) => presentLine(line, page, reader)),
      cut: page.isCut && page.next ? t('search.cut', { day: format.day(page.next.at) }) : undefined,
      olderUrl: older && url(`${SEARCH_PATH}?${older.toString()}`),
    },
  };
}

function presentLine(
  { copy, message, body, recipients }: FoundLetter,
  { words, persons, children, groups }: SearchPage,
  reader: SearchReader,
): SearchLine {
  const { t, format, url, user } = reader;
  const apart = namesApart(persons, children, reader);
  const isOwn = message.authorId === user.id;
  const author = (message.authorId && persons.get(message.authorId)?.displayName) || t('person.gone');
  const textOf = (names: typeof persons): string =>
    format.list(recipients.map((recipient) => recipientLabel(recipient, { t, persons: names, groups })));
  const to = textOf(apart);
  const told = message.asProfile === 'guardian' ? apart : persons;
  const who = (message.authorId && told.get(message.authorId)?.displayName) || t('person.gone');
  const { key, icon } = BOXES[copy.box];
  return {
    id: copy.id,
    url: url(copy.box === 'drafts' ? draftPath(copy.id) : threadPath(copy.id)),
    who: isOwn && to !== '' ? t('search.to', { to }) : who,
    face:
      isOwn && to !== ''
        ? faceOfRecipients(recipients, textOf(persons))
        : { id: message.authorId, displayName: author },
    subject: markWords(message.subject, words),
    text: markWords(lineAround(plainTextOf(body, message), words), words),
    when: format.moment(copy.at),
    box: t(key),
    icon,
  };
}
