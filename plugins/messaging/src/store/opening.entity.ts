// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A head has opened the rest of a thread because of a report: its two people read which one, when and why. Rows are never changed but to end them. */
@Entity('messaging_opening')
@Index('messaging_opening_message', ['school', 'messageId'])
@Index('messaging_opening_report', ['school', 'reportId'])
export class OpeningRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  reportId!: string;

  /** The message that was reported. */
  @Column('varchar', { length: 36 })
  messageId!: string;

  /** The head; null once they were erased. */
  @Column('varchar', { length: 36, nullable: true })
  openedBy!: string | null;

  @Column('datetime', { precision: 3 })
  openedAt!: Date;

  @Column('varchar', { length: 500 })
  reason!: string;

  /** When the report was closed: the head reads the thread no more, also if it is reported again. */
  @Column('datetime', { precision: 3, nullable: true })
  endedAt!: Date | null;
}
