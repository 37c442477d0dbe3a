// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A phrase that a teacher keeps for general appreciations. `{prénom}` stands for the first name of the pupil. */
@Entity('livret_bridge_phrase')
@Index('livret_bridge_phrase_owner', ['school', 'ownerId', 'text'], { unique: true })
export class PhraseRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  ownerId!: string;

  @Column('varchar', { length: 300 })
  text!: string;

  @Column('datetime', { precision: 3 })
  addedAt!: Date;
}
