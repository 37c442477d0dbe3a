// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Profile } from '../../../api/people.js';
import { PersonRow } from './person.entity.js';
import { SchoolRow } from './school.entity.js';

/** The source of attachments that an administrator granted; a sync ends them only when the person leaves. */
export const GRANT_SOURCE = 'grant';

/**
 * One profile of a person in a school, for a span of time. Ended attachments are kept as the history. Two indices hold what tells whether an
 * attachment is in force, and both must: without statistics, SQLite prefers an index that holds all to a better one (ADR 127).
 */
@Entity('core_attachment')
@Index('core_attachment_of_person', ['personId', 'uai', 'profile', 'until', 'source', 'from'])
@Index('core_attachment_in_school', ['uai', 'profile', 'personId', 'until', 'source', 'from'])
@Index('core_attachment_source', ['source', 'until'])
export class AttachmentRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_attachment_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  personId!: string;

  @Column('varchar', { length: 8 })
  @ForeignKey(() => SchoolRow, { name: 'core_attachment_to_school', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  uai!: string;

  @Column('varchar', { length: 20 })
  profile!: Profile;

  /** The source that the attachment comes from, or `grant`. */
  @Column('varchar', { length: 60 })
  source!: string;

  /** Included. */
  @Column('datetime', { precision: 3 })
  from!: Date;

  /** Excluded; null: no end is planned. */
  @Column('datetime', { precision: 3, nullable: true })
  until!: Date | null;
}
