// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../directory/person.entity.js';

/**
 * What a program of a person shows instead of a login: it reaches some bricks as he would. The secret is kept as a hash: a copy of
 * the table opens nothing. A row that is gone was revoked, or ended with the account.
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

  /** What the person calls the program, or where it runs. */
  @Column('varchar', { length: 60 })
  name!: string;

  /** SHA-256, in hexadecimal. */
  @Column('varchar', { length: 64 })
  secretHash!: string;

  /** Ids of the bricks that it reaches, where they are on for the person. */
  @Column('simple-json')
  brickIds!: string[];

  @Column('datetime', { precision: 3 })
  createdAt!: Date;

  /** To the minute; null: never used. */
  @Column('datetime', { precision: 3, nullable: true })
  lastUsedAt!: Date | null;

  /** The first instant at which it opens nothing any more; null: no end. */
  @Column('datetime', { precision: 3, nullable: true })
  endsAt!: Date | null;
}
