// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Some entries of one school and category, as the last import left them, for a Delta to change. JSON, gzipped, in base64, as plans are kept
 * (ADR 0013). Each part names its import, so that an incomplete state is noticed.
 */
@Entity('aaf_import_entry_part')
@Index('aaf_import_entry_part_source', ['school', 'source'])
export class EntryPartRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  /** The name of the source, as in `volee sync`. */
  @Column('varchar', { length: 60 })
  source!: string;

  @Column('varchar', { length: 20 })
  category!: string;

  /** The day of the export, `YYYY-MM-DD`. */
  @Column('varchar', { length: 10 })
  day!: string;

  /** The last run of the source that changed anything when this was written; negative until every part of every school is there. */
  @Column('integer')
  appliedRun!: number;

  @Column('text')
  content!: string;
}
