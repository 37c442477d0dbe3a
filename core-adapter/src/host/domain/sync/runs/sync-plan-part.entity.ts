// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SyncRunRow } from './sync-run.entity.js';

/**
 * A piece of a stored plan: gzipped JSON in base64. The plan of a first import has tens of megabytes. No column type holds that on both
 * engines without drift (`text` ends at 64 kB on MariaDB), and a statement must stay below `max_allowed_packet`, 16 MB by default.
 */
@Entity('core_sync_plan_part')
export class SyncPlanPartRow {
  @PrimaryColumn('integer')
  @ForeignKey(() => SyncRunRow, { name: 'core_sync_plan_part_to_run', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  runId!: number;

  /** Counts from 0. */
  @PrimaryColumn('integer')
  part!: number;

  @Column('text')
  content!: string;
}
