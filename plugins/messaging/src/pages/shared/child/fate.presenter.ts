// SPDX-License-Identifier: EUPL-1.2
import type { Post, Thread } from '../../../domain/box/read-thread.js';
import { isMissed } from '../../../domain/box/read-missed.js';
import { forwardPath } from '../../../paths.js';
import type { Recipient } from '../../../domain/rules/recipients.js';
import { UNDELIVERED } from '../../../store/message.entity.js';
import type { RefusalRow } from '../../../store/refusal.entity.js';
import type { FormattedText } from '../../../domain/text/formatted-text.js';
import { textOf } from '../../../domain/text/parse-text.js';
import type { FileModel } from '../files/file.model.js';
import { presentFiles } from '../files/files.presenter.js';
import { recipientLabel } from '../../../domain/words/recipient-labels.js';
import type { ReportFormModel } from '../report/report-form.view.js';
import type { ChildThreadReader } from './child-thread-reader.js';
import type { ChildRecall, OwnState } from './home.model.js';
import { childRecall, OWN_STATES, refusedWhy } from './own-line.js';
import { presentSaid, reportOfRefusal, type SaidModel } from './said.presenter.js';
import { asSentence, eitherOf, namesOf } from './words.js';

export interface Fate {
  readonly state: OwnState;
  readonly title: string;
  readonly lines: readonly string[];
  readonly text: FormattedText;
  readonly files: readonly FileModel[];
  /** The reason why it may take some days. */
  readonly patience: string | undefined;
  readonly recall: ChildRecall | undefined;
  /** The address that makes a draft of it for the people that it did not reach. */
  readonly again: string | undefined;
  /** The words by which it was refused before. */
  readonly said: readonly SaidModel[];
  readonly report: ReportFormModel | undefined;
  /** « Tu l’as dit à la direction », in place of that form. */
  readonly reported: string | undefined;
}

/** The state of a message that the pupil wrote: it waits, came back with a reason, or arrived. */
export function presentFate(post: Post, thread: Thread, reader: ChildThreadReader): Fate {
  const { copy, message, body, files, recallable } = post;
  const { t, isPaused } = reader;
  const state = OWN_STATES[message.state];
  const refusal = refusalShown(post);
  const said = { ...reader, ...thread };
  return {
    state,
    title: t(isInPart(post) ? 'child.arrivedInPart' : TITLES[state]),
    lines: linesOf(post, thread, reader),
    text: textOf(body, message),
    files: presentFiles(files, { copy: copy.id }, reader),
    patience: message.state === 'held' ? t('child.takesTime') : undefined,
    // During a pause a message that is taken back could not be sent again.
    report: undefined,
    reported: undefined,
    ...(refusal && reportOfRefusal(refusal, copy.id, said)),
    said: presentSaid(earlierRefusals(post, refusal), copy.id, said),
    recall: recallable === 'all' && !isPaused ? childRecall(copy.id, state, reader) : undefined,
    again: isInPart(post) && !isPaused ? reader.url(forwardPath(copy.id)) : undefined,
  };
}

/** The refusal with the word that the line of the message gives. */
function refusalShown(post: Post): RefusalRow | undefined {
  const { message, reviews, refusals } = post;
  const review =
    message.state === 'refused' || isInPart(post) ? reviews.find(({ state }) => state === 'refused') : undefined;
  return review && refusals.findLast((refusal) => isOf(refusal, review));
}

/** The earlier refusals. While a part of the message waits, the refusal of another part waits with it. */
function earlierRefusals({ message, reviews, refusals }: Post, shown: RefusalRow | undefined): RefusalRow[] {
  const now = UNDELIVERED.includes(message.state) ? reviews.filter(({ state }) => state === 'refused') : [];
  return refusals.filter((refusal) => refusal !== shown && !now.some((review) => isOf(refusal, review)));
}

function isOf({ reviewId, decidedAt }: RefusalRow, review: Pick<Post['reviews'][number], 'id' | 'decidedAt'>): boolean {
  return reviewId === review.id && decidedAt.getTime() === review.decidedAt?.getTime();
}

const TITLES = {
  waits: 'child.waits',
  back: 'child.notSent',
  arrived: 'child.arrived',
  taken: 'child.taken',
} as const satisfies Record<OwnState, string>;

/** Whether it arrived, but not at everybody. */
function isInPart({ message, missed }: Post): boolean {
  return message.state === 'sent' && missed.size > 0;
}

function linesOf(post: Post, thread: Thread, reader: ChildThreadReader): string[] {
  if (!isInPart(post)) return [lineOf(post, thread, reader)];
  const { recipients, missed, reviews } = post;
  const { t, deciders } = reader;
  const namesIn = (some: readonly Recipient[]): { to: string; count: number } => {
    const labels = some.map((recipient) => recipientLabel(recipient, { ...thread, t }));
    return { to: namesOf(labels, reader), count: labels.length };
  };
  const reached = namesIn(recipients.filter((one) => !isMissed(one, missed)));
  return [
    ...(reached.count > 0 ? [t('child.came', reached)] : []),
    t('child.cameNot', namesIn(recipients.filter((one) => isMissed(one, missed)))),
    refusedWhy(reviews, { persons: deciders }, t),
  ];
}

function lineOf(post: Post, thread: Thread, reader: ChildThreadReader): string {
  const { copy, message, recipients, reviews } = post;
  const { t, format, readFirst, deciders, isPaused, arrives } = reader;
  const labels = recipients.map((recipient) => recipientLabel(recipient, { ...thread, t }));
  const to = { to: labels.length > 0 ? namesOf(labels, reader) : t('person.gone'), count: labels.length };
  switch (message.state) {
    case 'held': {
      const adult = eitherOf(
        reviews.flatMap(({ groupId }) => readFirst.get(groupId) ?? []),
        t,
      );
      if (isPaused) return t('child.notLost', { adult });
      return `${asSentence(t('child.readBy', { adult }))} ${t('child.readThen', to)}`;
    }
    case 'waiting':
      if (isPaused) return t('child.notLostLater');
      return arrives === undefined
        ? t('child.leavesTo', to)
        : t('child.laterTo', { ...to, when: format.when(arrives) });
    case 'refused':
      return refusedWhy(reviews, { persons: deciders }, t);
    case 'sent':
      return t('child.came', to);
    case 'draft':
    case 'recalled':
      return `${asSentence(format.past(copy.at))}.`;
  }
}
