// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A pause of the messages of pupils, families or both, in this school. Rows that have ended stay as its history. */
@Entity('messaging_breaker')
@Index('messaging_breaker_ended', ['school', 'endedAt'])
export class BreakerRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  /** `all`: pupils and guardians. */
  @Column('varchar', { length: 8 })
  profile!: 'pupil' | 'guardian' | 'all';

  @Column('varchar', { length: 500 })
  reason!: string;

  /** Null: until somebody ends it. */
  @Column('datetime', { precision: 3, nullable: true })
  until!: Date | null;

  /** Whether it was started for all schools of the installation: then a head cannot end it. */
  @Column('boolean')
  isForAll!: boolean;

  /** The head who started it; null for the command line, and once the person was erased. */
  @Column('varchar', { length: 36, nullable: true })
  startedBy!: string | null;

  @Column('datetime', { precision: 3 })
  startedAt!: Date;

  /** The instant at which it was ended by hand; null while it lasts, or once `until` has passed. */
  @Column('datetime', { precision: 3, nullable: true })
  endedAt!: Date | null;

  @Column('varchar', { length: 36, nullable: true })
  endedBy!: string | null;
}
