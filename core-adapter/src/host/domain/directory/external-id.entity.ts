// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person.entity.js';

/** The identity of a person in a source. The row is kept when the person leaves, so that they are the same person if they come back. */
@Entity('core_external_id')
@Index('core_external_id_key', ['source', 'key'], { unique: true })
@Index('core_external_id_login', ['source', 'login'], { unique: true })
@Index('core_external_id_former', ['source', 'formerLogin'])
@Index('core_external_id_person', ['personId'])
@Index('core_external_id_ine', ['ine'])
export class ExternalIdRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 60 })
  source!: string;

  /** As `normaliseKey` writes it, or a `retiredKey`. */
  @Column('varchar', { length: 190 })
  key!: string;

  /** Lower case; null once the person has left, since the source may give the login to another person. */
  @Column('varchar', { length: 190, nullable: true })
  login!: string | null;

  /** The login when the person left. Lower case. */
  @Column('varchar', { length: 190, nullable: true })
  formerLogin!: string | null;

  @Column('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_external_id_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  personId!: string;

  /** The instant since which this source no longer names the person; null: it does. */
  @Column('datetime', { precision: 3, nullable: true })
  leftAt!: Date | null;

  /** The national pupil number, as the source gives it. */
  @Column('varchar', { length: 11, nullable: true })
  ine!: string | null;

  /** Day of birth, `YYYY-MM-DD`. */
  @Column('varchar', { length: 10, nullable: true })
  birthDate!: string | null;

  /** A pupil's level. */
  @Column('varchar', { length: 20, nullable: true })
  level!: string | null;

  /** The last permanent ids from the source, separated by spaces: ids that its directory never gives to another person. */
  @Column('varchar', { length: 190, nullable: true })
  stableIds!: string | null;

  /** The last national number and day of birth from the source: they still identify the person when the source no longer gives them. */
  @Column('varchar', { length: 11, nullable: true })
  lastIne!: string | null;

  @Column('varchar', { length: 10, nullable: true })
  lastBirthDate!: string | null;

  /** The last names from this source; the display name may come from another source. */
  @Column('varchar', { length: 100, nullable: true })
  givenName!: string | null;

  @Column('varchar', { length: 100, nullable: true })
  familyName!: string | null;

  /** The first names from this source under this key: an entry that is edited step by step ends as another person's. */
  @Column('varchar', { length: 100, nullable: true })
  firstGivenName!: string | null;

  @Column('varchar', { length: 100, nullable: true })
  firstFamilyName!: string | null;

  /** The first day of birth from this source under this key: a corrected day is no witness for other names. */
  @Column('varchar', { length: 10, nullable: true })
  firstBirthDate!: string | null;

  /** A short digest of the source's attributes of the person: while it is unchanged, a sync does not read the person's rows. */
  @Column('varchar', { length: 16, nullable: true })
  digest!: string | null;
}
