// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `lapsed`: nobody needs to decide any more, because the author took the message back or the school moderates no longer. */
export type ReviewState = 'waiting' | 'accepted' | 'refused' | 'lapsed';

/** The decision of a teacher about the part of a message that goes to pupils of one class. */
@Entity('messaging_review')
@Index('messaging_review_message', ['school', 'messageId', 'groupId'], { unique: true })
@Index('messaging_review_waiting', ['school', 'state', 'heldAt'])
export class ReviewRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  messageId!: string;

  /** The class. Its teachers decide. */
  @Column('varchar', { length: 36 })
  groupId!: string;

  @Column('varchar', { length: 8 })
  state!: ReviewState;

  /** The number of decisions and changes of the message: a decision about an earlier version changes nothing. */
  @Column('integer')
  version!: number;

  /** The instant from which the days of its teachers count. */
  @Column('datetime', { precision: 3 })
  heldAt!: Date;

  /** The reason why it waits: the days begin anew when it changes. Null in rows of earlier versions: a teacher read everything. */
  @Column('varchar', { length: 8, nullable: true })
  heldFor!: 'consent' | 'burst' | null;

  /** Null when nobody decided, and once the person who did was erased. */
  @Column('varchar', { length: 36, nullable: true })
  decidedBy!: string | null;

  /** While it waits: the instant of an acceptance that was taken back. Null where nobody has decided since it was asked. */
  @Column('datetime', { precision: 3, nullable: true })
  decidedAt!: Date | null;

  /** The reason that the author of a refused message reads; null when the days ran out. */
  @Column('varchar', { length: 500, nullable: true })
  word!: string | null;
}
