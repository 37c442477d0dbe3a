// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `class`: all pupils of the class, also those that arrive later. `level`: those of one level. `picked`: those with a row. */
export type Audience = 'class' | 'level' | 'picked';

/** A work (« travail ») that a teacher hands out to pupils of a class. */
@Entity('file_share_work')
@Index('file_share_work_group', ['school', 'groupId', 'visibleFrom'])
@Index('file_share_work_form', ['school', 'addedBy', 'formKey'], { unique: true })
export class WorkRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  groupId!: string;

  /** The school year of the class. */
  @Column('integer')
  year!: number;

  @Column('varchar', { length: 200 })
  title!: string;

  /** The instructions. */
  @Column('text')
  text!: string;

  @Column('varchar', { length: 6 })
  audience!: Audience;

  /** The level, such as `CM1`, of an audience by level. */
  @Column('varchar', { length: 20, nullable: true })
  level!: string | null;

  /** A draft is seen by the teachers of the class alone. */
  @Column('boolean')
  isDraft!: boolean;

  @Column('datetime', { precision: 3 })
  visibleFrom!: Date;

  /** Whether pupils hand it in here. */
  @Column('boolean')
  collects!: boolean;

  /** The last instant at which it is in time; null without one. */
  @Column('datetime', { precision: 3, nullable: true })
  dueAt!: Date | null;

  /** The last instant at which it is taken late; null when late is not taken. */
  @Column('datetime', { precision: 3, nullable: true })
  lateUntil!: Date | null;

  /** The instant at which a teacher ended it. */
  @Column('datetime', { precision: 3, nullable: true })
  closedAt!: Date | null;

  /** The files that pupils may have seen, and that a teacher has removed and then deleted for good. */
  @Column('integer', { default: 0 })
  deletedFiles!: number;

  @Column('varchar', { length: 36, nullable: true })
  addedBy!: string | null;

  /** The key of the form that began it: the same form never makes a second work. */
  @Column('varchar', { length: 36, nullable: true })
  formKey!: string | null;

  @Column('datetime', { precision: 3 })
  changedAt!: Date;
}
