// SPDX-License-Identifier: EUPL-1.2
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person.entity.js';

/** A guardian and their child, according to a source. */
@Entity('core_kinship')
@Index('core_kinship_guardian', ['guardianId'])
@Index('core_kinship_child', ['childId'])
export class KinshipRow {
  @PrimaryColumn('varchar', { length: 60 })
  source!: string;

  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_kinship_to_guardian', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  guardianId!: string;

  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_kinship_to_child', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  childId!: string;
}
