// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person.entity.js';

/** What a source calls a person. It is kept when he leaves, so that he is the same person when he comes back. */
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

  /** Lower case; null once he has left: a login belongs to whoever has it now. */
  @Column('varchar', { length: 190, nullable: true })
  login!: string | null;

  /** What it was when he left. Lower case. */
  @Column('varchar', { length: 190, nullable: true })
  formerLogin!: string | null;

  @Column('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_external_id_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  personId!: string;

  /** Since when this source no longer names him; null: it does. */
  @Column('datetime', { precision: 3, nullable: true })
  leftAt!: Date | null;

  /** The national pupil number, as the source says it. */
  @Column('varchar', { length: 11, nullable: true })
  ine!: string | null;

  /** Day of birth, `YYYY-MM-DD`. */
  @Column('varchar', { length: 10, nullable: true })
  birthDate!: string | null;

  /** A pupil's level. */
  @Column('varchar', { length: 20, nullable: true })
  level!: string | null;

  /** Ids that the directory gives once and never again, separated by spaces; the last that the source said. */
  @Column('varchar', { length: 190, nullable: true })
  stableIds!: string | null;

  /** The last national number and day of birth that the source said: they still tell who the person is when it falls silent. */
  @Column('varchar', { length: 11, nullable: true })
  lastIne!: string | null;

  @Column('varchar', { length: 10, nullable: true })
  lastBirthDate!: string | null;

  /** The names that this source said last; another one may decide on how the person is called. */
  @Column('varchar', { length: 100, nullable: true })
  givenName!: string | null;

  @Column('varchar', { length: 100, nullable: true })
  familyName!: string | null;

  /** All that the source said of him, in few characters: while they are the same, nothing of his is read. */
  @Column('varchar', { length: 16, nullable: true })
  digest!: string | null;
}
