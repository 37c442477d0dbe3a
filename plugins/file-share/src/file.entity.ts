// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** MariaDB's driver gives a bigint back as text, and SQLite's as a number. Exact up to 9 petabytes. */
const bytesAsNumber = {
  to: (bytes: number): number => bytes,
  from: (stored: number | string): number => Number(stored),
};

/** One file in a space: either of a class (`groupId`) or of a person (`ownerId`), never of both. */
@Entity('file_share_file')
@Index('file_share_file_group', ['school', 'groupId'])
@Index('file_share_file_owner', ['school', 'ownerId'])
@Index('file_share_file_place', ['school', 'place'], { unique: true })
@Index('file_share_file_upload', ['school', 'uploadMark'], { unique: true })
export class FileRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36, nullable: true })
  groupId!: string | null;

  @Column('varchar', { length: 36, nullable: true })
  ownerId!: string | null;

  /** The person who put it there; null once that person was erased. */
  @Column('varchar', { length: 36, nullable: true })
  addedBy!: string | null;

  @Column('varchar', { length: 200 })
  name!: string;

  @Column('bigint', { transformer: bytesAsNumber })
  bytes!: number;

  /** What the host's storage calls the content. */
  @Column('varchar', { length: 60 })
  storageKey!: string;

  @Column('varchar', { length: 64 })
  sha256!: string;

  @Column('datetime', { precision: 3 })
  addedAt!: Date;

  /** What `placeOf` makes of space and name; unique, so that two uploads at the same instant do not get the same name. */
  @Column('varchar', { length: 64 })
  place!: string;

  /** What `uploadMark` makes of the upload's key: one file each. Null for files of a plain form, and once the sender was erased. */
  @Column('varchar', { length: 64, nullable: true })
  uploadMark!: string | null;
}
