// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One person, whatever the number of their schools and sources. */
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

  /** The instant since which no source names the person; null: a source does. */
  @Column('datetime', { precision: 3, nullable: true })
  disabledAt!: Date | null;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}
