// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AttachmentRow } from '../directory/attachment.entity.js';

/** A granted head of a school that no directory names there any more. The right ends some weeks after it was noticed. */
@Entity('core_lapsing_grant')
export class LapsingGrantRow {
  /** The attachment that the grant made. */
  @PrimaryColumn('varchar', { length: 36 })
  @ForeignKey(() => AttachmentRow, {
    name: 'core_lapsing_grant_to_attachment',
    onDelete: 'CASCADE',
    onUpdate: 'NO ACTION',
  })
  attachmentId!: string;

  @Column('datetime', { precision: 3 })
  noticedAt!: Date;

  /** The instant at which operators were told of the end; null: they were not yet. */
  @Column('datetime', { precision: 3, nullable: true })
  warnedAt!: Date | null;
}
