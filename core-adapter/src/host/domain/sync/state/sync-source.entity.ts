// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A source and the last run that changed anything, 0 before the first. Who applies a plan moves this on from the run that the plan was
 * made after, in the same transaction: of two syncs at once one finds it moved. No lease is needed for that, so none can be left behind.
 */
@Entity('core_sync_source')
export class SyncSourceRow {
  @PrimaryColumn('varchar', { length: 60 })
  name!: string;

  @Column('integer')
  appliedRun!: number;

  /** Which of the hosts follows it, and until when unless it says so again. */
  @Column('varchar', { length: 36, nullable: true })
  watchedBy!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  watchedUntil!: Date | null;
}
