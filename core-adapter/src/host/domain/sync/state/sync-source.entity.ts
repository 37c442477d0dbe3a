// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A source and the last run that changed anything, 0 before the first. An application moves this on from the run that its plan is based on,
 * in the same transaction; of two concurrent syncs the second fails. This needs no lease, so none can be left behind.
 */
@Entity('core_sync_source')
export class SyncSourceRow {
  @PrimaryColumn('varchar', { length: 60 })
  name!: string;

  @Column('integer')
  appliedRun!: number;

  /** The host that follows the source, and until when, unless it renews. */
  @Column('varchar', { length: 36, nullable: true })
  watchedBy!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  watchedUntil!: Date | null;
}
