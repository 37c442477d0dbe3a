// SPDX-License-Identifier: EUPL-1.2
import type { Post, Thread } from '../../../domain/box/read-thread.js';
import type { ReportReaders } from '../../../domain/message/report-readers.js';

/** The heads who would read a report about a message of a thread. */
export function readersOfReport(
  { authorId }: Pick<Post['message'], 'authorId'>,
  { reportReaders }: Pick<Thread, 'reportReaders'>,
): ReportReaders {
  return (authorId !== null && reportReaders.get(authorId)) || 'heads';
}
