// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A teacher or head of a collège read what écoles handed over about a pupil, or the head of an école what its family is about to read: one
 * row for each pupil, reader and day.
 */
@Entity('livret_bridge_reading')
@Index('livret_bridge_reading_day', ['school', 'pupilId', 'personId', 'day'], { unique: true })
@Index('livret_bridge_reading_person', ['school', 'personId', 'day'])
export class ReadingRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  pupilId!: string;

  /** Null once the reader was erased. */
  @Column('varchar', { length: 36, nullable: true })
  personId!: string | null;

  /** The day in the time zone of the school: `2026-12-04`. */
  @Column('varchar', { length: 10 })
  day!: string;

  /** The first reading of the day. */
  @Column('datetime', { precision: 3 })
  at!: Date;
}
