// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../directory/person.entity.js';
import { SchoolRow } from '../directory/school.entity.js';

/** The text that a person has typed into one form and not sent yet. */
@Entity('core_kept_text')
@Index('core_kept_text_form', ['personId', 'key'], { unique: true })
@Index('core_kept_text_saved', ['savedAt'])
export class KeptTextRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_kept_text_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  personId!: string;

  /** The school of the page; null for pages of the host that are about no school. */
  @Column('varchar', { length: 8, nullable: true })
  @ForeignKey(() => SchoolRow, { name: 'core_kept_text_to_school', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  uai!: string | null;

  /** The form: a hash of its address and of what it is about. */
  @Column('varchar', { length: 16 })
  key!: string;

  /** The address and the title of the page of the form. */
  @Column('varchar', { length: 1000 })
  page!: string;

  @Column('varchar', { length: 200 })
  title!: string;

  /** The fields, as `packFields` writes them; null when the text was sent or thrown away while another page kept one in `other`. */
  @Column('text', { nullable: true })
  content!: string | null;

  /** A hash of the texts of the server that the form showed before; empty when that is not known. */
  @Column('varchar', { length: 16 })
  base!: string;

  /** A random text for each save, made by the page: only a page that knows the last one may write `content`. */
  @Column('varchar', { length: 36 })
  version!: string;

  @Column('datetime', { precision: 3 })
  savedAt!: Date;

  /** The fields of a page that did not know the last version, to be offered. */
  @Column('text', { nullable: true })
  other!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  otherAt!: Date | null;

  /** The version of the save that wrote `other`: only the page that made it may write there again. */
  @Column('varchar', { length: 36, nullable: true })
  otherVersion!: string | null;

  /** The key of the form, after its texts were thrown away: they then have a key that no form has. */
  @Column('varchar', { length: 16, nullable: true })
  formKey!: string | null;

  /** The time at which the texts were thrown away; they can be put back for an hour. */
  @Column('datetime', { precision: 3, nullable: true })
  thrownAt!: Date | null;
}
