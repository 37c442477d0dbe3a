// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { bytesColumn } from './bytes-column.js';

/** Content that is stored once in a school, however many files have it. */
@Entity('file_share_content')
@Index('file_share_content_hash', ['school', 'sha256', 'bytes'], { unique: true })
@Index('file_share_content_unused', ['school', 'unusedSince'])
export class ContentRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 64 })
  sha256!: string;

  @Column('bigint', bytesColumn)
  bytes!: number;

  @Column('varchar', { length: 60 })
  storageKey!: string;

  /** `StoredFile.type`; empty until the nightly job has read the type of content that was stored before types were. */
  @Column('varchar', { length: 100, nullable: true, default: '' })
  type!: string | null;

  /** The number of files with this content, those in the trash included. */
  @Column('integer')
  refs!: number;

  /** The instant at which the last file with it went; the content is removed a day later. */
  @Column('datetime', { precision: 3, nullable: true })
  unusedSince!: Date | null;
}
