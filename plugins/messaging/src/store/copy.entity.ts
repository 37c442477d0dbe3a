// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `inbox`: received. `sent`: written by the owner. */
export type Box = 'inbox' | 'sent';

/**
 * The copy of a message for one person, and the only way to the message: addresses name a copy, and the host judges its owner.
 */
@Entity('messaging_copy')
@Index('messaging_copy_message', ['school', 'messageId', 'ownerId'], { unique: true })
@Index('messaging_copy_box', ['school', 'ownerId', 'box', 'isLast', 'at', 'messageId'])
@Index('messaging_copy_thread', ['school', 'threadId', 'ownerId'])
export class CopyRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  ownerId!: string;

  @Column('varchar', { length: 36 })
  threadId!: string;

  @Column('varchar', { length: 36 })
  messageId!: string;

  @Column('varchar', { length: 8 })
  box!: Box;

  /** Whether it stands for its thread in the list of the box. In `inbox` the newest one does, in `sent` each. */
  @Column('boolean')
  isLast!: boolean;

  /** The instant at which it arrived. */
  @Column('datetime', { precision: 3 })
  at!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  readAt!: Date | null;

  /** The instant at which the owner reported it, and no longer sees it. */
  @Column('datetime', { precision: 3, nullable: true })
  hiddenAt!: Date | null;

  /** The instant at which it leaves the trash for good. */
  @Column('datetime', { precision: 3, nullable: true })
  purgeAt!: Date | null;
}
