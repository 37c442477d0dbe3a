// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../directory/person.entity.js';

/**
 * A personal access token: a program authenticates with it and reaches some bricks as the person would. The secret is stored as a hash: a
 * copy of the table is useless. A row disappears when the token is revoked or the account ends.
 */
@Entity('core_access_token')
@Index('core_access_token_secret', ['secretHash'], { unique: true })
@Index('core_access_token_name', ['personId', 'name'], { unique: true })
export class AccessTokenRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_access_token_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  personId!: string;

  /** The person's name for the program, or for its place. */
  @Column('varchar', { length: 60 })
  name!: string;

  /** SHA-256, in hexadecimal. */
  @Column('varchar', { length: 64 })
  secretHash!: string;

  /** Ids of the bricks that the token reaches, where they are on for the person. */
  @Column('simple-json')
  brickIds!: string[];

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  /** To the minute; null: never used. */
  @Column('datetime', { precision: 3, nullable: true })
  lastUsedAt!: Date | null;

  /** The instant from which the token is invalid; null: no end. */
  @Column('datetime', { precision: 3, nullable: true })
  endsAt!: Date | null;
}
