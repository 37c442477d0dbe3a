// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A folder or file that a person has marked to find it again. */
@Entity('file_share_favourite')
@Index('file_share_favourite_one', ['school', 'ownerId', 'nodeId'], { unique: true })
@Index('file_share_favourite_node', ['school', 'nodeId'])
export class FavouriteRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  ownerId!: string;

  @Column('varchar', { length: 36 })
  nodeId!: string;
}
