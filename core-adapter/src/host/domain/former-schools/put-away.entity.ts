// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../directory/person.entity.js';
import { SchoolRow } from '../directory/school.entity.js';

/** A person has put away the reminder that things of theirs, or of a child, are left in a former school. */
@Entity('core_put_away')
export class PutAwayRow {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_put_away_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  personId!: string;

  @PrimaryColumn('varchar', { length: 8 })
  @ForeignKey(() => SchoolRow, { name: 'core_put_away_to_school', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  uai!: string;

  /** People who leave the school again after this instant are reminded again. */
  @Column('datetime', { precision: 3 })
  at!: Date;
}
