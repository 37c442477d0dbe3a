// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The way in which a school divides its year: three terms, two halves, or five periods between the holidays. */
export type Rhythm = 'T' | 'S' | 'P5';

/** One period of a school year. Days are written as `2026-12-04`, and `endsOn` is part of the period. */
@Entity('livret_bridge_period')
@Index('livret_bridge_period_number', ['school', 'year', 'period'], { unique: true })
@Index('livret_bridge_period_publish', ['school', 'publishAt'])
export class PeriodRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  /** The school year: 2026 for the year from August 2026. */
  @Column('integer')
  year!: number;

  @Column('varchar', { length: 2 })
  rhythm!: Rhythm;

  /** The number of the period in its year, from 1. */
  @Column('integer')
  period!: number;

  /** The number of periods in the year. */
  @Column('integer')
  count!: number;

  @Column('varchar', { length: 10 })
  startsOn!: string;

  @Column('varchar', { length: 10 })
  endsOn!: string;

  /** The day by which teachers sign. */
  @Column('varchar', { length: 10 })
  dueOn!: string;

  /** The instant at which endorsed bilans are published; null while the head has chosen none. */
  @Column('datetime', { precision: 3, nullable: true })
  publishAt!: Date | null;

  /** The instant that `publishAt` replaced, and to which taking it back leads; null when there was none. */
  @Column('datetime', { precision: 3, nullable: true })
  publishBefore?: Date | null;

  /** The instant at which the publication began, from which on nobody takes it back; null before. */
  @Column('datetime', { precision: 3, nullable: true })
  outAt?: Date | null;
}
