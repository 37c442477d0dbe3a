// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../directory/person.entity.js';

/** The last login of a person. A separate table, so that a login does not wait for a sync that is writing the person. */
@Entity('core_last_login')
export class LastLoginRow {
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_last_login_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  personId!: string;

  @Column('datetime', { precision: 3 })
  at!: Date;
}
