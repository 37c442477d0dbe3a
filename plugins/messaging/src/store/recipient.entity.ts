// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A recipient as the author named it: a person, a part of a group, or, without a group, all of a part of the school. */
@Entity('messaging_recipient')
@Index('messaging_recipient_message', ['school', 'messageId'])
@Index('messaging_recipient_person', ['school', 'toPerson'])
export class RecipientRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  messageId!: string;

  @Column('varchar', { length: 36, nullable: true })
  toPerson!: string | null;

  @Column('varchar', { length: 36, nullable: true })
  toGroup!: string | null;

  /** Which people of the group or school; null for a person. */
  @Column('varchar', { length: 8, nullable: true })
  part!: 'pupil' | 'guardian' | 'teacher' | null;

  /**
   * For a person: the instant at which it was clear that the message, which others have received, does not reach them. Null for other
   * recipients.
   */
  @Column('datetime', { precision: 3, nullable: true })
  missedAt!: Date | null;
}
