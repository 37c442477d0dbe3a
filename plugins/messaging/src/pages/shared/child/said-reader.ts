// SPDX-License-Identifier: EUPL-1.2
import type { MessagingRequest } from '../../../brick-types.js';
import type { SaidReader } from './said.presenter.js';
import { readersOfReports } from '../../../domain/message/report-readers.js';
import { reportedWords } from '../../../domain/reports/reported-words.js';
import type { RefusalRow } from '../../../store/refusal.entity.js';

/** The pupil who reads these refusals, their authors, and the heads who would read a report. */
export async function saidReader(refusals: readonly RefusalRow[], request: MessagingRequest): Promise<SaidReader> {
  const { t, format, url, directory, user, db } = request;
  const deciders = [...new Set(refusals.flatMap(({ decidedBy }) => decidedBy ?? []))];
  if (deciders.length === 0)
    return { t, format, url, deciders: new Map(), reportReaders: new Map(), reported: new Map() };
  return {
    ...{ t, format, url },
    reported: await reportedWords(refusals, user.id, db),
    deciders: await directory.persons(deciders),
    reportReaders: await readersOfReports(deciders, await directory.relations(deciders), directory),
  };
}
