// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import type { Thread } from '../../mailbox/read-thread.js';
import { reportingPath } from '../../paths.js';
import type { RefusalRow } from '../../store/refusal.entity.js';
import type { ReportFormModel } from '../thread/report-form.view.js';
import { readersOfReport } from '../thread/readers-of-report.js';
import { pastWords } from '../time-words.js';
import { asSentence } from './words.js';

/** The word of one refusal, and the form that reports it. */
export interface SaidModel {
  readonly id: string;
  readonly line: string;
  /** Undefined once its author was erased. */
  readonly report: ReportFormModel | undefined;
}

export interface SaidReader extends Pick<MessagingRequest, 't' | 'format' | 'url'>, Pick<Thread, 'reportReaders'> {
  /** The teachers that refused. */
  readonly deciders: ReadonlyMap<string, Member>;
}

/** « Hier à 8 h 10, Claire Vuillet t’a dit : « … » », with the date since the message may have changed after it. */
export function presentSaid(refusals: readonly RefusalRow[], copyId: string, reader: SaidReader): SaidModel[] {
  const { t, deciders } = reader;
  return refusals.map((refusal) => {
    const { id, decidedBy, decidedAt, word } = refusal;
    const adult = (decidedBy && deciders.get(decidedBy)?.displayName) || t('child.anAdult');
    return {
      id,
      line: asSentence(t('child.saidBefore', { when: pastWords(decidedAt, reader), adult, word })),
      report: reportOfRefusal(refusal, copyId, reader),
    };
  });
}

export function reportOfRefusal(
  { id, decidedBy }: Pick<RefusalRow, 'id' | 'decidedBy'>,
  copyId: string,
  { url, reportReaders }: Pick<SaidReader, 'url' | 'reportReaders'>,
): ReportFormModel | undefined {
  if (decidedBy === null) return undefined;
  return {
    actionUrl: url(reportingPath(copyId)),
    readers: readersOfReport({ authorId: decidedBy }, { reportReaders }),
    refusal: id,
  };
}
