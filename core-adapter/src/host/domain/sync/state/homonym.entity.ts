// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../../directory/person.entity.js';

/**
 * Why two persons may be one: `day`, the same national number with other days of birth, or none; `number`, the same name and day
 * of birth, and a number lacking; `several`, number and day agree, but not of two persons alone; `name`, number and day agree, given
 * names do not; `file`, number and day agree, and a file of one school names a pupil of another; `key`, one source gave the key of the
 * one to the other, and no witness settles whether they are two.
 */
export type HomonymReason = 'day' | 'number' | 'several' | 'name' | 'file' | 'key';

export type HomonymState = 'open' | 'same' | 'different';

/** The other one of the two may have left by then: nobody joins them before a person decides. */
export const MAY_HAVE_LEFT: readonly HomonymReason[] = ['name', 'file', 'key'];

/** Two persons who may be one, and what somebody decided: they are not asked about again. */
@Entity('core_homonym')
@Index('core_homonym_pair', ['personId', 'otherId'], { unique: true })
@Index('core_homonym_other', ['otherId'])
@Index('core_homonym_state', ['state'])
export class HomonymRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  /** Whose sync asked. */
  @Column('varchar', { length: 60 })
  source!: string;

  /** Whom that source names. */
  @Column('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_homonym_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  personId!: string;

  /** Whom other sources name. */
  @Column('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_homonym_to_other', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  otherId!: string;

  @Column('varchar', { length: 10 })
  why!: HomonymReason;

  @Column('varchar', { length: 10 })
  state!: HomonymState;

  @Column('datetime', { precision: 3 })
  askedAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  decidedAt!: Date | null;

  /** A person's id, or `cli`. */
  @Column('varchar', { length: 36, nullable: true })
  decidedBy!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}
