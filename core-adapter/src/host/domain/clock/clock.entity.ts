// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The id of the one row. */
export const CLOCK_ID = 'clock';

/** The latest time that the clock of the server showed, and the time until which deletions by age wait (ADR 73). */
@Entity('core_clock')
export class ClockRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('datetime', { precision: 3 })
  at!: Date;

  /** The latest time before the last leap; null: the clock has not leapt, or has come back. */
  @Column('datetime', { precision: 3, nullable: true })
  before!: Date | null;

  /** The first time after that leap. */
  @Column('datetime', { precision: 3, nullable: true })
  leaptAt!: Date | null;

  /** Null: deletions by age run. */
  @Column('datetime', { precision: 3, nullable: true })
  heldUntil!: Date | null;
}
