// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { MessagingRequest } from '../../../brick-types.js';
import type { OpenedDraft } from '../../../domain/write/read-draft.js';
import { droppedNotices } from '../../../domain/words/dropped-notices.js';
import type { Asked } from '../../../domain/write/understand.js';
import type { Recipient } from '../../../domain/rules/recipients.js';
import { isAdultOfSchool } from '../../../domain/rules/is-adult-of-school.js';
import type { Candidates } from '../../../domain/write/candidates.js';
import type { DeliveryPlan } from '../../../domain/message/delivery-plan.js';
import type { Judged } from '../../../domain/message/judge-message.js';
import type { SendingWait } from '../../../domain/write/sending-wait.js';
import type { WriteProblems } from '../../../domain/write/write-problems.js';
import type { AttachmentRow } from '../../../store/attachment.entity.js';
import type { BoxHead } from '../box-tabs.js';

/** The parts of the page of a message. */
export interface WriteMaterial {
  readonly recipients: readonly Recipient[];
  readonly subject: string;
  readonly body: string;
  readonly search: string;
  readonly asked: Asked;
  readonly candidates: Candidates;
  /** The ids of the groups that are listed whatever is typed, for users who search. */
  readonly listed: ReadonlySet<string>;
  readonly judged: Judged;
  readonly plan: DeliveryPlan;
  /** Recipients by which nobody is reached. */
  readonly unreached: readonly Recipient[];
  /** The address, version and time of the draft that holds the text. */
  readonly draft: DraftState | undefined;
  readonly files: readonly AttachmentRow[];
  readonly urgent: boolean;
  readonly apart: boolean;
  readonly reason: string;
  readonly problems: WriteProblems;
  readonly isRefused: boolean;
  /** Why nothing can be sent now. */
  readonly wait: SendingWait | undefined;
  readonly other: OpenedDraft | undefined;
  readonly formKey: string;
  readonly head: BoxHead;
}

export interface DraftState {
  readonly copyId: string;
  readonly version: number;
  readonly savedAt: Date;
  /** The subjects of the drafts that were deleted from the trash to make room for it. */
  readonly dropped: readonly string[];
}

export type WriteReader = Pick<MessagingRequest, 'user' | 't' | 'format' | 'url' | 'clock' | 'school'> & {
  /** The people, only those with a name that the user may see. */
  readonly persons: ReadonlyMap<string, Member>;
};

/** Whether the user searches: adults of the school do, and others see the few people that they may write to. */
export function searches(
  { candidates }: Pick<WriteMaterial, 'candidates'>,
  { user }: Pick<WriteReader, 'user'>,
): boolean {
  return isAdultOfSchool(user) || candidates.persons.size > MOST_TICKS;
}

const MOST_TICKS = 40;

/** « Gardé à 8 h 14 », and the drafts that made room for it. */
export function keptWords({ savedAt, dropped }: DraftState, { t, format }: Pick<WriteReader, 't' | 'format'>): string {
  return [t('draft.keptAt', { hour: format.hour(savedAt) }), ...droppedNotices(dropped, t)].join(' · ');
}
