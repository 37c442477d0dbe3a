// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The next time of a job that runs by a cron pattern. The process that moves it on enqueues the job, in one transaction. */
@Entity('core_job_schedule')
export class JobScheduleRow {
  @PrimaryColumn('varchar', { length: 60 })
  brick!: string;

  @PrimaryColumn('varchar', { length: 60 })
  name!: string;

  /** The pattern from which `nextAt` was computed. */
  @Column('varchar', { length: 60 })
  pattern!: string;

  @Column('datetime', { precision: 3 })
  nextAt!: Date;
}
