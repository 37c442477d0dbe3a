// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The choices of a class for one period. A class without a row has the defaults: every line. */
@Entity('livret_bridge_class')
@Index('livret_bridge_class_period', ['school', 'groupId', 'period'], { unique: true })
export class ClassRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  groupId!: string;

  /** The school year: 2026 for the year from August 2026. */
  @Column('integer')
  year!: number;

  @Column('integer')
  period!: number;

  /** The codes of the lines that are not filled in, with spaces between. */
  @Column('varchar', { length: 400 })
  offLines!: string;
}
