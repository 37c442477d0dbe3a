// SPDX-License-Identifier: EUPL-1.2
import { capital, type TimeReader } from '../../../domain/time/when-words.js';
import { againWhen, dueWords, partLead } from '../../../domain/parts/part-words.js';
import type { LoadedPart } from '../../../domain/parts/load-part.js';
import { isReminded } from '../../../domain/parts/read-parts.js';

/** « Pour vendredi 27 à 8 h 30. Tu as commencé. » */
export function todoDetail(part: LoadedPart, reader: TimeReader): string {
  const { t } = reader;
  const started = part.status.state === 'started' ? [t('mine.started')] : [];
  const reminded = isReminded(part) ? [t('mine.reminded')] : [];
  return [dateOf(part, reader), ...started, ...reminded].filter((words) => words !== '').join(' ');
}

/** « À refaire : « Reprends le numéro 4. » » */
export function againWords(word: string, { t }: Pick<TimeReader, 't'>): string {
  return word === '' ? t('mine.againNoWord') : t('mine.again', { word });
}

/** The verb on the link to a work: « Ouvrir », « Continuer », « Refaire ». */
export function continueWord({ status: { state } }: LoadedPart, { t }: Pick<TimeReader, 't'>): string {
  if (state === 'again') return t('mine.redo');
  return t(state === 'started' ? 'mine.continue' : 'mine.open');
}

/** The sentence that says when a work is due, or until when it is still taken late. */
function dateOf(part: LoadedPart, reader: TimeReader): string {
  const { work, status } = part;
  if (status.state === 'again') return `${capital(againWhen(work, reader))}.`;
  if (work.dueAt === null) return reader.t('mine.noDate');
  return status.isLateNow ? partLead(part, reader) : reader.t('mine.due', { when: dueWords(work.dueAt, reader) });
}
