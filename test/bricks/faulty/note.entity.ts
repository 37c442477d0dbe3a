// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A note of a class, or one of somebody's own. */
@Entity('notes_note')
@Index('notes_note_group', ['school', 'groupId'])
export class Note {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36, nullable: true })
  groupId!: string | null;

  @Column('varchar', { length: 36, nullable: true })
  ownerId!: string | null;

  @Column('varchar', { length: 100 })
  text!: string;

  /** The end of the note's validity. */
  @Column('datetime', { precision: 3, nullable: true })
  dueOn?: Date | null;
}
