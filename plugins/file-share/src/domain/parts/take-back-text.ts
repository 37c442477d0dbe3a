// SPDX-License-Identifier: EUPL-1.2
import type { TimeReader } from '../time/when-words.js';
import { isUntil } from '../time/is-until.js';
import { lastOf } from '../works/part-status.js';
import { dueWords } from './part-words.js';
import type { LoadedPart } from './load-part.js';

/** The sentence that says until when a part may be taken back, and what becomes of it when it is not handed in again. */
export function takeBackText({ work, row }: Pick<LoadedPart, 'work' | 'row'>, reader: TimeReader): string {
  const { t, clock } = reader;
  const { dueAt } = work;
  if (dueAt === null || row?.givenBackAt != null) return t('part.takeBackAnytime');
  const last = lastOf(work) ?? dueAt;
  if (!isUntil(clock.now(), dueAt)) return t('part.takeBackLate', { when: dueWords(last, reader) });
  return t('part.takeBackUntil', { when: dueWords(dueAt, reader) });
}
