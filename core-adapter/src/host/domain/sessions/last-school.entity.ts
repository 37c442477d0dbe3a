// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../directory/person.entity.js';

/** The school shown last to a person with several schools: their next login begins there. */
@Entity('core_last_school')
export class LastSchoolRow {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_last_school_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  personId!: string;

  @Column('varchar', { length: 8 })
  uai!: string;
}
