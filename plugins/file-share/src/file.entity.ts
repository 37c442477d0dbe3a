// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The driver of MariaDB returns a bigint as text, that of SQLite as a number. Exact up to 9 petabytes. */
const bytesAsNumber = {
  to: (bytes: number): number => bytes,
  from: (stored: number | string): number => Number(stored),
};

/** A file in the space of a class (`groupId`) or of a person (`ownerId`), never of both. */
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

  /** The person that added the file; null once that person was erased. */
  @Column('varchar', { length: 36, nullable: true })
  addedBy!: string | null;

  @Column('varchar', { length: 200 })
  name!: string;

  @Column('bigint', { transformer: bytesAsNumber })
  bytes!: number;

  /** The storage key of the content. */
  @Column('varchar', { length: 60 })
  storageKey!: string;

  @Column('varchar', { length: 64 })
  sha256!: string;

  @Column('datetime', { precision: 3 })
  addedAt!: Date;

  /** The result of `placeOf` for space and name. Unique, so that concurrent uploads cannot get the same name. */
  @Column('varchar', { length: 64 })
  place!: string;

  /** The result of `uploadMark` for the upload's key. Null for files sent by a plain form, and once the sender was erased. */
  @Column('varchar', { length: 64, nullable: true })
  uploadMark!: string | null;
}
