// SPDX-License-Identifier: EUPL-1.2
import type { FormerSchoolRequest, Member } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { MessagingKey } from '../../brick-types.js';
import { readRecipients } from '../../domain/box/read-box-list.js';
import { isMissed, readMissed } from '../../domain/box/read-missed.js';
import { copiesWithoutWords, showCopies } from '../../domain/box/show-copies.js';
import { toldRefusals } from '../../domain/message/told-refusals.js';
import { asSentence } from '../../pages/shared/child/words.js';
import { personsOf, toRecipient } from '../../domain/words/recipient-labels.js';
import { lastReportedAt, reasonsOf } from '../../domain/reports/reasons.js';
import type { CopyRow } from '../../store/copy.entity.js';
import type { Recipient } from '../../domain/rules/recipients.js';
import type { MessageState } from '../../store/message.entity.js';
import type { RefusalRow } from '../../store/refusal.entity.js';
import { OF_RECEIVER, ReportRow } from '../../store/report.entity.js';
import type { FormattedText } from '../../domain/text/formatted-text.js';
import { textOf } from '../../domain/text/parse-text.js';

export type FormerRequest = FormerSchoolRequest<MessagingKey>;

export interface FormerLetter {
  readonly id: string;
  readonly isOwn: boolean;
  /** « Claire Vuillet », « Toi, à Claire Vuillet » */
  readonly from: string;
  readonly when: string;
  /** The subject; empty when its author took the message back, or when it only repeats the text, as with pupils. */
  readonly subject: string;
  readonly text: FormattedText;
  /** The words « Pas envoyé » when it was not delivered, or not yet. Undefined for a message that arrived. */
  readonly undelivered: string | undefined;
  /**
   * The words by which teachers refused it, the oldest first: « Hier à 8 h 10, Claire Vuillet t’a dit : « … » ». Or how it was reported.
   */
  readonly said: readonly string[];
  /** The sentence that its author took it back; undefined otherwise. */
  readonly taken: string | undefined;
  /** The names of its files, which are in the download; empty without one. */
  readonly files: string;
}

/** Presents these messages, in this order. From then on they count as shown to their owner. */
export async function presentFormerMessages(
  copies: readonly CopyRow[],
  request: FormerRequest,
): Promise<FormerLetter[]> {
  const { db, clock, directory, user, format, t } = request;
  const letters = await showCopies(copies, { db, clock });
  const own = letters.filter(({ message }) => message.authorId === user.id);
  const ids = own.map(({ message }) => message.id);
  const recipients = await readRecipients(ids, { db });
  const missed = await readMissed(ids, db);
  const refusals = await toldRefusals(ids, request);
  const named = [...recipients.values()].flatMap(personsOf);
  const authors = [...letters.map(({ message }) => message.authorId), ...refusals.map(({ decidedBy }) => decidedBy)];
  const persons = await directory.persons([...new Set([...authors.filter((id) => id !== null), ...named])]);
  const labels = { t, persons, groups: new Map<string, string>() };
  return letters.map(({ copy, message, body, files }) => {
    const isOwn = message.authorId === user.id;
    const name = (message.authorId !== null && persons.get(message.authorId)?.displayName) || t('person.gone');
    const to = recipients.get(message.id) ?? [];
    const labelsOf = (some: readonly Recipient[]): string => format.list(some.map((one) => toRecipient(one, labels)));
    const without = to.filter((one) => isMissed(one, missed.get(message.id)));
    return {
      ...{ id: copy.id, isOwn, when: format.dayAndTime(copy.at), text: textOf(body, message) },
      from: isOwn ? youTo(labelsOf(to), t) : name,
      subject: message.asProfile === 'pupil' ? '' : message.subject,
      undelivered: isOwn ? undeliveredWords(message.state, labelsOf(without), t) : undefined,
      said: refusals
        .filter(({ messageId }) => messageId === message.id)
        .map((refusal) => saidLine(refusal, persons, request)),
      taken: copy.recalledAt === null ? undefined : t('taken.by', { name }),
      files: files.length === 0 ? '' : t('former.files', { names: format.list(files.map((file) => file.name)) }),
    };
  });
}

/** The messages that a person reported, with their own words and without those of the message, which no page shows them since. */
export async function presentReported(copies: readonly CopyRow[], request: FormerRequest): Promise<FormerLetter[]> {
  const { db, directory, user, format, t } = request;
  const letters = await copiesWithoutWords(copies, { db });
  const messageId = In(letters.map(({ message }) => message.id));
  const reports = await db.repository(ReportRow).find({ where: { messageId, reportedBy: user.id, ...OF_RECEIVER } });
  const persons = await directory.persons(letters.flatMap(({ message }) => message.authorId ?? []));
  return letters.map(({ copy, message }) => {
    const about = reports.filter((report) => report.messageId === message.id);
    return {
      ...{ id: copy.id, isOwn: false, when: format.dayAndTime(copy.at), subject: '', text: [], files: '' },
      from: (message.authorId !== null && persons.get(message.authorId)?.displayName) || t('person.gone'),
      ...{ undelivered: undefined, taken: undefined },
      said: about.flatMap((report) => [
        t('report.wordReported', { when: format.past(lastReportedAt(report)) }),
        ...reasonsOf(report).flatMap(({ reason }) => (reason === '' ? [] : [t('former.ownWords', { words: reason })])),
      ]),
    };
  });
}

/** The same words as on the page of the message, without the form that reports it. */
function saidLine(
  { decidedBy, decidedAt, word }: RefusalRow,
  persons: ReadonlyMap<string, Pick<Member, 'displayName'>>,
  { t, format }: Pick<FormerRequest, 't' | 'format'>,
): string {
  const adult = (decidedBy && persons.get(decidedBy)?.displayName) || t('child.anAdult');
  return asSentence(t('child.saidBefore', { when: format.past(decidedAt), adult, word }));
}

function youTo(to: string, t: FormerRequest['t']): string {
  return to === '' ? t('thread.you') : t('former.youTo', { to });
}

/**
 * The words for a message that was not delivered. Nobody sends from a former school any more, so what still waited when the person left is
 * told as not sent.
 */
function undeliveredWords(state: MessageState, without: string, t: FormerRequest['t']): string | undefined {
  if (state === 'refused') return t('former.refused');
  if (state === 'draft') return t('former.unsent');
  if (state === 'recalled') return t('former.recalled');
  if (state !== 'sent') return t('former.waits');
  return without === '' ? undefined : t('former.missed', { to: without });
}
