// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { bytesColumn } from './bytes-column.js';

/** `own`: one person's. `group`: a class or another group. `team`: the teachers of a class. `school`: everybody's. */
export const SPACE_KINDS = ['own', 'group', 'team', 'school'] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];
/** The kind and the holder of the row with what the whole school uses. Nothing lies in it, and it has no root. */
export const TOTAL = 'total';

/** A space with its place used. It has a row from its first folder or file on. Works are in the space of their class. */
@Entity('file_share_space')
@Index('file_share_space_holder', ['school', 'holder'], { unique: true })
@Index('file_share_space_group', ['school', 'groupId'])
@Index('file_share_space_owner', ['school', 'ownerId'])
export class SpaceRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 6 })
  kind!: SpaceKind | typeof TOTAL;

  /** The result of `holderOf`. Unique: NULLs are distinct in a unique index, and the ids of a school's space are null. */
  @Column('varchar', { length: 50 })
  holder!: string;

  @Column('varchar', { length: 36, nullable: true })
  groupId!: string | null;

  @Column('varchar', { length: 36, nullable: true })
  ownerId!: string | null;

  /** The school year of the group; null for a space of no group. */
  @Column('integer', { nullable: true })
  year!: number | null;

  /** The bytes that count against the quota, the trash included: the cost of all files, and 1 kB for each folder and file. */
  @Column('bigint', bytesColumn)
  usedBytes!: number;

  /** The folders and files with a name, the trash included; 0 in the row of the school. */
  @Column('integer')
  nodes!: number;

  /** The quota in bytes that a head has set; null for that of the settings. */
  @Column('bigint', { ...bytesColumn, nullable: true })
  quotaBytes!: number | null;

  /** In the row of the school: the end of the last time in which the brick was off. The days of what was in the trash by then count from it. */
  @Column('datetime', { precision: 3, nullable: true })
  trashFrom!: Date | null;

  /** In the row of the school: the same for profiles that did not have the brick lately, as ISO 8601. */
  @Column('simple-json', { nullable: true })
  trashFromOf!: Partial<Record<Profile, string>> | null;
}
