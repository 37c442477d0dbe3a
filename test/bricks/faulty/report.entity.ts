// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A report about a pupil of a class, which is a draft until it is published. */
@Entity('reports_report')
@Index('reports_report_group', ['school', 'groupId'])
export class Report {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  groupId!: string;

  @Column('varchar', { length: 36, nullable: true })
  pupilId!: string | null;

  /** Sound reports have no owner. */
  @Column('varchar', { length: 36, nullable: true })
  ownerId!: string | null;

  @Column('boolean')
  published!: boolean;

  @Column('varchar', { length: 100 })
  text!: string;
}
