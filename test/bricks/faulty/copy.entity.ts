// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A report that another school handed over. */
@Entity('reports_copy')
@Index('reports_copy_key', ['school', 'pupilId', 'origin', 'key'], { unique: true })
export class Copy {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  pupilId!: string;

  @Column('varchar', { length: 8 })
  origin!: string;

  @Column('varchar', { length: 190 })
  key!: string;

  @Column('varchar', { length: 100 })
  text!: string;
}
