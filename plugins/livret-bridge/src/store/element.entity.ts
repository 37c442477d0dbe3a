// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An element of the programme that the teachers of a level offer each other in a school year. It names no person. */
@Entity('livret_bridge_element')
@Index('livret_bridge_element_label', ['school', 'year', 'level', 'domain', 'label'], { unique: true })
export class ElementRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('integer')
  year!: number;

  /** The level; empty for pupils without one. */
  @Column('varchar', { length: 20 })
  level!: string;

  /** The code of the domain. */
  @Column('varchar', { length: 7 })
  domain!: string;

  @Column('varchar', { length: 300 })
  label!: string;
}
