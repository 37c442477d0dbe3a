// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A job of a brick in a school that waits, runs, or gave up. The row disappears when the job has ended. */
@Entity('core_job')
@Index('core_job_due', ['dueAt'])
@Index('core_job_key', ['brick', 'uai', 'name', 'key'])
export class JobRow {
  /** A UUIDv7: of two jobs with one key, the greater id was enqueued later. */
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 60 })
  brick!: string;

  @Column('varchar', { length: 8 })
  uai!: string;

  @Column('varchar', { length: 60 })
  name!: string;

  @Column('varchar', { length: 190, nullable: true })
  key!: string | null;

  /** As enqueued: the schema of the job parses it before each run. */
  @Column('simple-json')
  data!: object;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  @Column('datetime', { precision: 3 })
  dueAt!: Date;

  /** The id of the claim, a new one for each run; null: the job waits. */
  @Column('varchar', { length: 36, nullable: true })
  leasedBy!: string | null;

  /** When the process that runs the job is taken for dead, unless it renews. */
  @Column('datetime', { precision: 3, nullable: true })
  leasedUntil!: Date | null;

  @Column('integer')
  tries!: number;

  /** Why the last try failed. */
  @Column('varchar', { length: 500, nullable: true })
  error!: string | null;

  /** When the job gave up: nothing runs it until an operator says so. */
  @Column('datetime', { precision: 3, nullable: true })
  gaveUpAt!: Date | null;
}
