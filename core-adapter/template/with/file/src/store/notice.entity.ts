// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A notice for a class. The host fills in `id` and `school`, and restricts every query to one school. */
@Entity('first_brick_notice')
@Index('first_brick_notice_group', ['school', 'groupId'])
export class NoticeRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  groupId!: string;

  /** The id of the author. */
  @Column('varchar', { length: 36 })
  addedBy!: string;

  @Column('varchar', { length: 500 })
  text!: string;

  @Column('datetime', { precision: 3 })
  addedAt!: Date;

  /** The storage key of the file; left out in a notice without one, as are its name and its size, and then null in the table. */
  @Column('varchar', { length: 60, nullable: true })
  fileKey?: string | null;

  @Column('varchar', { length: 200, nullable: true })
  fileName?: string | null;

  @Column('integer', { nullable: true })
  fileBytes?: number | null;
}
