// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../brick-types.js';
import type { NamedReaders } from '../../domain/box/read-readers.js';
import { namesApart } from '../../domain/words/told-apart.js';
import { threadPath } from '../../paths.js';
import { readersWords } from '../shared/readers-words.js';
import type { ReadersPageModel } from './readers.view.js';

export function presentReaders(
  { subject, readers, read, unread, persons, children }: NamedReaders,
  copyId: string,
  reader: Pick<MessagingRequest, 't' | 'format' | 'url'>,
): ReadersPageModel {
  const { t, url } = reader;
  const apart = namesApart(persons, children, reader);
  const list = (title: string, ids: readonly string[]): ReadersPageModel['lists'] => {
    const names = ids.map((id) => apart.get(id)?.displayName ?? t('person.gone'));
    return names.length === 0 ? [] : [{ title, names: names.sort((one, other) => one.localeCompare(other, 'fr')) }];
  };
  return {
    title: subject === '' ? t('box.noSubject') : subject,
    summary: readersWords(readers, t),
    backUrl: url(threadPath(copyId)),
    lists: [
      ...list(t('readers.unreadNames', { count: unread.length }), unread),
      ...list(t('readers.readNames', { count: read.length }), read),
    ],
  };
}
