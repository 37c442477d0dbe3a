// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One person, in however many schools and however many sources name him. */
@Entity('core_person')
@Index('core_person_name', ['foldedName'])
export class PersonRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 100 })
  givenName!: string;

  @Column('varchar', { length: 100 })
  familyName!: string;

  @Column('varchar', { length: 200 })
  displayName!: string;

  /** Family name, then given name. */
  @Column('varchar', { length: 200 })
  foldedName!: string;

  /** Since when no source names him any more; null: he is there. */
  @Column('datetime', { precision: 3, nullable: true })
  disabledAt!: Date | null;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}
