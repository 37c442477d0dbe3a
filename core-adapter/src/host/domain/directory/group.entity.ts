// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { GroupKind } from '../../../api/people.js';
import { SchoolRow } from './school.entity.js';

/** A class or another group in one school year: next September's "CM2 A" is another row and inherits nothing. */
@Entity('core_group')
@Index('core_group_key', ['source', 'uai', 'schoolYear', 'key'], { unique: true })
@Index('core_group_school', ['uai', 'schoolYear'])
export class GroupRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 60 })
  source!: string;

  @Column('varchar', { length: 8 })
  @ForeignKey(() => SchoolRow, { name: 'core_group_to_school', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  uai!: string;

  /** The calendar year in which the school year starts. */
  @Column('integer')
  schoolYear!: number;

  /** Normalised. */
  @Column('varchar', { length: 190 })
  key!: string;

  @Column('varchar', { length: 20 })
  kind!: GroupKind;

  @Column('varchar', { length: 200 })
  name!: string;

  @Column('varchar', { length: 200 })
  foldedName!: string;

  /** When its source first named it; null: before the host noted that. */
  @Column('datetime', { precision: 3, nullable: true })
  namedAt!: Date | null;

  /** The instant since which its source no longer names it within its school year; null: the source names it. */
  @Column('datetime', { precision: 3, nullable: true })
  endedAt!: Date | null;

  /** The class of the school's own source that is the same class: bricks see that one alone. Null: the group stands for itself. */
  @Column('varchar', { length: 36, nullable: true })
  joinedTo!: string | null;
}

/** The SQL condition that bricks see a group, as `class`. */
export const IS_SEEN = 'class.joinedTo IS NULL';
