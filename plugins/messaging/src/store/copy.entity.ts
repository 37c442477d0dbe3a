// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `inbox`: received. `sent`: written by the owner. `drafts`: not sent yet. `archive` and `trash`: put there by the owner. */
export type Box = 'inbox' | 'sent' | 'drafts' | 'archive' | 'trash';

/**
 * The copy of a message for one person, and the only way to the message: addresses name a copy, and the host judges its owner.
 */
@Entity('messaging_copy')
@Index('messaging_copy_message', ['school', 'messageId', 'ownerId'], { unique: true })
@Index('messaging_copy_box', ['school', 'ownerId', 'box', 'isLast', 'at', 'messageId', 'readAt'])
@Index('messaging_copy_unread', ['school', 'ownerId', 'box', 'isLast', 'readAt', 'recalledAt'])
@Index('messaging_copy_newest', ['school', 'ownerId', 'at', 'messageId', 'box', 'hiddenAt', 'recalledAt'])
@Index('messaging_copy_thread', ['school', 'threadId', 'ownerId'])
@Index('messaging_copy_recalled', ['school', 'recalledAt'])
@Index('messaging_copy_purge', ['school', 'purgeAt'])
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

  /** Whether it stands for its thread in the list of the box. In `sent` and `drafts` each copy does, elsewhere the newest one. */
  @Column('boolean')
  isLast!: boolean;

  /** The instant at which it arrived. */
  @Column('datetime', { precision: 3 })
  at!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  readAt!: Date | null;

  /** The instant at which words of it were first shown to its owner, on whatever page: from then on nobody takes it away. Never cleared. */
  @Column('datetime', { precision: 3, nullable: true })
  shownAt!: Date | null;

  /** The instant at which its author took it back before it was shown: the owner reads this, and none of its words. */
  @Column('datetime', { precision: 3, nullable: true })
  recalledAt!: Date | null;

  /** The instant at which the owner reported it, and no longer sees it. */
  @Column('datetime', { precision: 3, nullable: true })
  hiddenAt!: Date | null;

  /** The instant at which it leaves the trash for good. */
  @Column('datetime', { precision: 3, nullable: true })
  purgeAt!: Date | null;
}
