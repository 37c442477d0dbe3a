// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * `draft`: not sent yet. `held`: a teacher is still to accept a part. `waiting`: a part has still to be delivered. `sent`: everything was
 * delivered. `refused`: it reached nobody. `recalled`: its author took it back from the people who had not seen it.
 */
export type MessageState = 'draft' | 'held' | 'waiting' | 'sent' | 'refused' | 'recalled';

/** The states of messages of which a part is still to be delivered. */
export const UNDELIVERED: readonly MessageState[] = ['held', 'waiting'];

/** A message as its author sent it. People see it through a {@link CopyRow} only, teachers who accept it through a review. */
@Entity('messaging_message')
@Index('messaging_message_author', ['school', 'authorId', 'sentAt'])
@Index('messaging_message_form', ['school', 'authorId', 'formKey'], { unique: true })
@Index('messaging_message_sent', ['school', 'sentAt', 'id'])
@Index('messaging_message_state', ['school', 'state'])
export class MessageRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  threadId!: string;

  /** The message that this one replies to; null for the first of a thread. */
  @Column('varchar', { length: 36, nullable: true })
  replyToId!: string | null;

  /** Null once the author was erased: the message stays with its receivers, without a name. */
  @Column('varchar', { length: 36, nullable: true })
  authorId!: string | null;

  /** The profile by which the author wrote. */
  @Column('varchar', { length: 8 })
  asProfile!: Profile;

  @Column('varchar', { length: 200 })
  subject!: string;

  @Column('varchar', { length: 8 })
  state!: MessageState;

  /** The number of changes: when two tabs or two deliveries write at the same time, the second one notices the first. */
  @Column('integer')
  version!: number;

  @Column('boolean')
  urgent!: boolean;

  /** Whether the author wrote to each recipient separately: no reply goes to the others. Null in messages of earlier versions: no. */
  @Column('boolean', { nullable: true })
  apart!: boolean | null;

  /** The instant at which the author sent it, which may be hours before its delivery; for a draft, that of its last change. */
  @Column('datetime', { precision: 3 })
  sentAt!: Date;

  /** The instant at which nothing of it was left to deliver or to decide: its author may not have read before that it was refused. */
  @Column('datetime', { precision: 3, nullable: true })
  settledAt!: Date | null;

  /** The key in the form by which it was sent: unique, so that a form that is sent twice sends one message. Null without a form. */
  @Column('varchar', { length: 36, nullable: true })
  formKey!: string | null;

  /** Which of its saves that form has stored here: one that arrives late changes nothing. Null for a form without numbers. */
  @Column('integer', { nullable: true })
  formTurn!: number | null;
}
