// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { GroupRow } from '../../directory/group.entity.js';

/** `open`: an administrator is asked. `same`: the two are one class. `different`: somebody parted them, or said that they are two. */
export type ClassJoinState = 'open' | 'same' | 'different';

/** In the place of a person: the class was joined by the rule about its pupils. */
export const BY_RULE = 'sync';

/** A class of one source and a class of the school's own source that may be one, and the answer. */
@Entity('core_class_join')
@Index('core_class_join_pair', ['groupId', 'ownId'], { unique: true })
@Index('core_class_join_own', ['ownId'])
@Index('core_class_join_state', ['state'])
export class ClassJoinRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  uai!: string;

  /** The class of another source. */
  @Column('varchar', { length: 36 })
  @ForeignKey(() => GroupRow, { name: 'core_class_join_to_group', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  groupId!: string;

  /** The class of the school's own source. */
  @Column('varchar', { length: 36 })
  @ForeignKey(() => GroupRow, { name: 'core_class_join_to_own', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  ownId!: string;

  @Column('varchar', { length: 10 })
  state!: ClassJoinState;

  @Column('datetime', { precision: 3 })
  askedAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  decidedAt!: Date | null;

  /** The id of a person, `cli`, or `sync` for a join by rule. */
  @Column('varchar', { length: 36, nullable: true })
  decidedBy!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}
