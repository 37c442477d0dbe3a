// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The text of a message, in a table of its own: lists of messages are read without it. */
@Entity('messaging_text')
@Index('messaging_text_message', ['school', 'messageId'], { unique: true })
export class TextRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  messageId!: string;

  @Column('text')
  body!: string;

  /** The words of subject and body for the search, each after a space, without accents and capitals; never a name. */
  @Column('text')
  folded!: string;
}
