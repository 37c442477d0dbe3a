// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The id of the one row. */
export const FILES = 'files';

/** The last time at which this database was in use with its stored files. The storage has the same time in a file. */
@Entity('core_files_use')
export class FilesUseRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('datetime', { precision: 3 })
  at!: Date;
}
