// SPDX-License-Identifier: EUPL-1.2
import type { WorkRow } from '../store/work.entity.js';
import type { TimeReader } from '../time/when-words.js';
import { dueWords } from './part-words.js';

/** Until when what was handed in may be taken back. */
export function takeBackText({ dueAt }: Pick<WorkRow, 'dueAt'>, reader: TimeReader): string {
  const { t } = reader;
  return dueAt === null ? t('part.takeBackAnytime') : t('part.takeBackUntil', { when: dueWords(dueAt, reader) });
}
