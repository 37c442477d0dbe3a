// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `draft` is not counted: its row makes the saving of drafts and of their files take turns. */
export type RationedAct = 'send' | 'forward' | 'recall' | 'report' | 'draft';

/** The acts of one kind by one person in the last hour. An act that was undone since, such as a message taken back, still counts. */
@Entity('messaging_ration')
@Index('messaging_ration_act', ['school', 'ownerId', 'act'], { unique: true })
@Index('messaging_ration_last', ['school', 'lastAt'])
export class RationRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  ownerId!: string;

  @Column('varchar', { length: 8 })
  act!: RationedAct;

  /** Grows with each act: a transaction that adds to it has the row for itself until it ends. */
  @Column('integer')
  turns!: number;

  /** JSON of the instants, in milliseconds, the oldest first. */
  @Column('text')
  instants!: string;

  /** The instant at which the last act began. */
  @Column('datetime', { precision: 3 })
  lastAt!: Date;
}
