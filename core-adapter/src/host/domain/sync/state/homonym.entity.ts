// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../../directory/person.entity.js';

/**
 * Why two people may be one. `several`: number and birth date agree for more than two people; `name`: they agree, and the given names do
 * not; `file`: they agree, and a school's file names a pupil of another school. `day`: only the number agrees; `number`: only name and
 * birth date, with a number missing; `like`: names and birth date nearly agree, with a number missing; `key`: one source gave the key of
 * one person to the other, and no witness decides; `hand`: an administrator asked, whatever the witnesses say.
 */
export type HomonymReason = 'day' | 'number' | 'several' | 'name' | 'file' | 'key' | 'like' | 'ine' | 'hand';

export type HomonymState = 'open' | 'same' | 'different';

/** Two people who may be one, and the decision about them; a pair is asked about once. */
@Entity('core_homonym')
@Index('core_homonym_pair', ['personId', 'otherId'], { unique: true })
@Index('core_homonym_other', ['otherId'])
@Index('core_homonym_state', ['state'])
export class HomonymRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  /** The source with the sync that asked. */
  @Column('varchar', { length: 60 })
  source!: string;

  /** The person that this source names. */
  @Column('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_homonym_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  personId!: string;

  /** The person that other sources name. */
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

  /** The id of a person, or `cli`. */
  @Column('varchar', { length: 36, nullable: true })
  decidedBy!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}
