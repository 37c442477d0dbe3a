// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `stopped`: it has ended, and something of it was not copied. */
export type CopyState = 'running' | 'done' | 'stopped';

/** `room`: there was none left. `gone`: the folder takes nothing any more. `changed`: something moved meanwhile. `late`: it did not go on for a day. */
export type StopReason = 'room' | 'gone' | 'changed' | 'late';

/** A large copy that a job makes in parts, and what became of it (ADR 59). */
@Entity('file_share_copy')
@Index('file_share_copy_owner', ['school', 'ownerId', 'state'])
export class CopyRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  /** The person who copies. */
  @Column('varchar', { length: 36 })
  ownerId!: string;

  /** The folder that it goes into, with its space. */
  @Column('varchar', { length: 36 })
  folderId!: string;

  @Column('varchar', { length: 36 })
  spaceId!: string;

  /** The name of the first folder or file that was ticked. */
  @Column('varchar', { length: 200 })
  name!: string;

  /** The number of those that were ticked. */
  @Column('integer')
  ticked!: number;

  /** Whether the person copies as a pupil. */
  @Column('boolean')
  byPupil!: boolean;

  /** Whether what more people would see keeps its readers. */
  @Column('boolean')
  keepReaders!: boolean;

  @Column('varchar', { length: 7 })
  state!: CopyState;

  @Column('varchar', { length: 7, nullable: true })
  reason!: StopReason | null;

  /** The folders and files to copy. */
  @Column('integer')
  total!: number;

  @Column('integer')
  copied!: number;

  @Column('datetime', { precision: 3 })
  startedAt!: Date;

  /** The time of its last part, or of its end. */
  @Column('datetime', { precision: 3 })
  changedAt!: Date;
}

/** Some of the folders and files of a copy, all of one depth. Parts are made in their order, and deleted when the copy ends. */
@Entity('file_share_copy_part')
@Index('file_share_copy_part_order', ['school', 'copyId', 'number'], { unique: true })
export class CopyPartRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  copyId!: string;

  @Column('integer')
  number!: number;

  /** Whether it holds what was ticked: that goes into the folder of the copy. */
  @Column('boolean')
  isTop!: boolean;

  /** JSON: the id of each folder or file, and `placeMark` of it at the click. */
  @Column('text')
  entries!: string;

  /** JSON: the ids of the copied folders and of their copies; null until the part was made. */
  @Column('text', { nullable: true })
  folders!: string | null;
}
