// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * `held`: a teacher is still to accept a part. `waiting`: a part has still to be delivered. `sent`: everything was
 * delivered. `refused`: it reached nobody.
 */
export type MessageState = 'held' | 'waiting' | 'sent' | 'refused';

/** A message as its author sent it. Persons see it through a {@link CopyRow} only, teachers that accept it through a review. */
@Entity('messaging_message')
@Index('messaging_message_author', ['school', 'authorId', 'sentAt'])
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

  /** Counts the changes: of two deliveries that end at the same time, the second one is run again. */
  @Column('integer')
  version!: number;

  @Column('boolean')
  urgent!: boolean;

  /** The instant at which the author sent it, which may be hours before its delivery. */
  @Column('datetime', { precision: 3 })
  sentAt!: Date;
}
