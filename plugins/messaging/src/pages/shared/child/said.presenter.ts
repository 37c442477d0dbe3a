// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { MessagingRequest } from '../../../brick-types.js';
import type { Thread } from '../../../domain/box/read-thread.js';
import { reportingPath } from '../../../paths.js';
import type { RefusalRow } from '../../../store/refusal.entity.js';
import type { ReportFormModel } from '../report/report-form.view.js';
import { readersOfReport } from '../report/readers-of-report.js';
import { asSentence } from './words.js';

/** The word of one refusal, and the form that reports it. */
export interface SaidModel {
  readonly id: string;
  readonly line: string;
  /** Undefined once its author was erased. */
  readonly report: ReportFormModel | undefined;
  /** « Tu l’as dit à la direction », in place of the form, while the head has not closed the report. */
  readonly reported: string | undefined;
}

export interface SaidReader extends Pick<MessagingRequest, 't' | 'format' | 'url'>, Pick<Thread, 'reportReaders'> {
  /** The teachers who refused. */
  readonly deciders: ReadonlyMap<string, Member>;
  /** Refusal → the instant at which the pupil reported its word, for open reports. */
  readonly reported: ReadonlyMap<string, Date>;
}

/** « Hier à 8 h 10, Claire Vuillet t’a dit : « … » », with the date since the message may have changed after it. */
export function presentSaid(refusals: readonly RefusalRow[], copyId: string, reader: SaidReader): SaidModel[] {
  const { t, deciders } = reader;
  return refusals.map((refusal) => {
    const { id, decidedBy, decidedAt, word } = refusal;
    const adult = (decidedBy && deciders.get(decidedBy)?.displayName) || t('child.anAdult');
    return {
      id,
      line: asSentence(t('child.saidBefore', { when: reader.format.past(decidedAt), adult, word })),
      ...reportOfRefusal(refusal, copyId, reader),
    };
  });
}

/** The form that reports the word of a refusal, or that it was reported. Where no head reads reports about it, the form says so. */
export function reportOfRefusal(
  { id, decidedBy }: Pick<RefusalRow, 'id' | 'decidedBy'>,
  copyId: string,
  reader: Pick<SaidReader, 't' | 'format' | 'url' | 'reportReaders' | 'reported'>,
): Pick<SaidModel, 'report' | 'reported'> {
  if (decidedBy === null) return { report: undefined, reported: undefined };
  const readers = readersOfReport({ authorId: decidedBy }, reader);
  const at = readers === 'nobody' ? undefined : reader.reported.get(id);
  if (at) return { report: undefined, reported: reader.t('report.wordReported', { when: reader.format.past(at) }) };
  return { report: { actionUrl: reader.url(reportingPath(copyId)), readers, refusal: id }, reported: undefined };
}
