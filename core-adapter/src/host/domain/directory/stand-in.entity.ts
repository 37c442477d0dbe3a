// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { GroupRow } from './group.entity.js';
import { PersonRow } from './person.entity.js';
import { SchoolRow } from './school.entity.js';

/**
 * The source of attachments of replacement teachers of another school. Such an attachment has the id of its `StandInRow`, and ends
 * with it; a sync leaves both alone.
 */
export const STAND_IN_SOURCE = 'stand-in';

/** The columns of a replacement without a word for the replacement teacher. */
export const NO_WORD = { word: null, wordBy: null };

/** A replacement teacher: a person who teaches a class for some days, although no source names them as a teacher of it. */
@Entity('core_stand_in')
@Index('core_stand_in_school', ['uai', 'until'])
@Index('core_stand_in_group', ['groupId'])
@Index('core_stand_in_person', ['personId'])
export class StandInRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  @ForeignKey(() => SchoolRow, { name: 'core_stand_in_to_school', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  uai!: string;

  @Column('varchar', { length: 36 })
  @ForeignKey(() => GroupRow, { name: 'core_stand_in_to_group', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  groupId!: string;

  @Column('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_stand_in_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  personId!: string;

  /** Included. */
  @Column('datetime', { precision: 3 })
  from!: Date;

  /** Excluded. */
  @Column('datetime', { precision: 3 })
  until!: Date;

  /** The id of the person who added the replacement; it stays when they leave. */
  @Column('varchar', { length: 36 })
  addedBy!: string;

  @Column('datetime', { precision: 3 })
  addedAt!: Date;

  /** A few sentences for the replacement teacher; null without them, and once the replacement is over. */
  @Column('varchar', { length: 300, nullable: true })
  word!: string | null;

  /** The id of the person who wrote `word`: a teacher of the class or a head. */
  @Column('varchar', { length: 36, nullable: true })
  wordBy!: string | null;
}
