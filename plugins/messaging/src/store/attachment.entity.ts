// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file of a message. Its content is stored once, whatever the number of copies; the right to the message is the right to open it. */
@Entity('messaging_attachment')
@Index('messaging_attachment_message', ['school', 'messageId'])
@Index('messaging_attachment_content', ['school', 'storageKey'])
export class AttachmentRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  messageId!: string;

  @Column('varchar', { length: 200 })
  name!: string;

  @Column('integer')
  bytes!: number;

  /** The storage key of the content. A message that was forwarded shares its content with the first one. */
  @Column('varchar', { length: 60 })
  storageKey!: string;

  @Column('datetime', { precision: 3 })
  addedAt!: Date;
}
