// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The word by which a teacher refused a message. It stays with the message, also when the message is written anew and sent again. */
@Entity('messaging_refusal')
@Index('messaging_refusal_message', ['school', 'messageId'])
export class RefusalRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  messageId!: string;

  @Column('varchar', { length: 36 })
  reviewId!: string;

  /** Null once the person was erased. */
  @Column('varchar', { length: 36, nullable: true })
  decidedBy!: string | null;

  @Column('datetime', { precision: 3 })
  decidedAt!: Date;

  @Column('varchar', { length: 500 })
  word!: string;

  /** The instant at which its author could first read it: from then on they can, whatever the quiet hours become. Never cleared. */
  @Column('datetime', { precision: 3, nullable: true })
  toldAt!: Date | null;
}
