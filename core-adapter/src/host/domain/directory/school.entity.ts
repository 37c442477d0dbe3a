// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SchoolKind } from '../../../api/people.js';

/** A school. The row stays when its source no longer names it, since bricks keep data that belongs to it. */
@Entity('core_school')
@Index('core_school_name', ['foldedName'])
export class SchoolRow {
  @PrimaryColumn('varchar', { length: 8 })
  uai!: string;

  @Column('varchar', { length: 200 })
  name!: string;

  @Column('varchar', { length: 20 })
  kind!: SchoolKind;

  /** IANA name. */
  @Column('varchar', { length: 60 })
  timeZone!: string;

  @Column('varchar', { length: 200 })
  foldedName!: string;

  /** The source that named the school first: only this source may rename it. */
  @Column('varchar', { length: 60 })
  source!: string;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}
