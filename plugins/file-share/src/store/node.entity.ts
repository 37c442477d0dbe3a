// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Readers } from './readers.js';
import { bytesColumn } from './bytes-column.js';
import type { SpaceKind } from './space.entity.js';

/** `rank` of a folder: folders stand first, whatever the order. */
export const FOLDER = 0;
/** `rank` of a file. */
export const FILE = 1;

/** A folder or a file. The root of a space is a folder without a name, and its parent is the space. */
@Entity('file_share_node')
@Index('file_share_node_name', ['school', 'parentId', 'foldedName'], { unique: true })
@Index('file_share_node_sort', ['school', 'parentId', 'rank', 'sortName', 'id'])
@Index('file_share_node_space', ['school', 'spaceId', 'trashedAt'])
@Index('file_share_node_group', ['school', 'groupId', 'pupilId'])
@Index('file_share_node_owner', ['school', 'ownerId'])
@Index('file_share_node_pupil', ['school', 'pupilId'])
@Index('file_share_node_added', ['school', 'addedBy'])
@Index('file_share_node_thrown', ['school', 'trashedBy'])
@Index('file_share_node_content', ['school', 'contentId'])
@Index('file_share_node_upload', ['school', 'uploadMark'], { unique: true })
export class NodeRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  spaceId!: string;

  /** The kind of the space, or `work` for nodes of a work; the space is then that of its class. */
  @Column('varchar', { length: 6 })
  spaceKind!: SpaceKind | 'work';

  /**
   * The id of the folder. For a root, the id of the space, the work or the pupil's part in a work; for a node that was put into the trash,
   * that of the space.
   */
  @Column('varchar', { length: 36 })
  parentId!: string;

  /** The ids of the folders above it, from the root, each followed by a slash; empty for a root. */
  @Column('varchar', { length: 800 })
  above!: string;

  /** `FOLDER` or `FILE`. */
  @Column('integer')
  rank!: number;

  @Column('varchar', { length: 200 })
  name!: string;

  /** `foldName` of the name, unique in the folder. What was put into the trash has its id here, so that the name is free. */
  @Column('varchar', { length: 255 })
  foldedName!: string;

  /** `sortName` of the name: « Leçon 2 » before « Leçon 10 ». */
  @Column('varchar', { length: 255 })
  sortName!: string;

  /** `normaliseForSearch` of the name. */
  @Column('varchar', { length: 255 })
  searchName!: string;

  /** The ending of a file's name in lower case, for the order by kind. */
  @Column('varchar', { length: 12 })
  extension!: string;

  @Column('varchar', { length: 36, nullable: true })
  contentId!: string | null;

  /** The size of a file; of a folder, that of all files below it. */
  @Column('bigint', bytesColumn)
  bytes!: number;

  /** The bytes that count against the quota: 0 for a copy of a work's file that the pupil has not changed, and for what was kept for them. */
  @Column('bigint', bytesColumn)
  cost!: number;

  /** The number of files below a folder; 1 for a file. */
  @Column('integer')
  files!: number;

  /** The folders and files with a name: itself, and all below a folder. */
  @Column('integer')
  nodes!: number;

  /** The readers: those of the node itself, or narrower ones of a folder above it. */
  @Column('varchar', { length: 8 })
  readers!: Readers;

  /** The readers that a person chose for this node; null as long as those of the folder count. */
  @Column('varchar', { length: 8, nullable: true })
  ownReaders!: Readers | null;

  /** Whether pupils may add to this folder. With `readers` of `teachers` it is a drop box. */
  @Column('boolean')
  pupilsAdd!: boolean;

  /**
   * Whether the node was put into a drop box of a class. It stays between the pupil in `ownerId` and the teachers when more people see the
   * folder, until a teacher gives it readers of its own or moves it there.
   */
  @Column('boolean', { default: false })
  dropped!: boolean;

  /** The person who added it; null once that person was erased. */
  @Column('varchar', { length: 36, nullable: true })
  addedBy!: string | null;

  @Column('datetime', { precision: 3 })
  changedAt!: Date;

  /** The instant at which it was put into the trash, also for all nodes below it. */
  @Column('datetime', { precision: 3, nullable: true })
  trashedAt!: Date | null;

  /** The folder from which a person put this node into the trash; null for what is below such a node. */
  @Column('varchar', { length: 36, nullable: true })
  trashedFrom!: string | null;

  /** The name of that folder, in case it is gone when the node comes back. */
  @Column('varchar', { length: 200, nullable: true })
  trashedFromName!: string | null;

  /** The person who put this node into the trash; null for what is below it, and once that person was erased. */
  @Column('varchar', { length: 36, nullable: true })
  trashedBy!: string | null;

  @Column('varchar', { length: 36, nullable: true })
  groupId!: string | null;

  @Column('varchar', { length: 36, nullable: true })
  ownerId!: string | null;

  @Column('varchar', { length: 36, nullable: true })
  pupilId!: string | null;

  /** The result of `uploadMark` for the upload's key. Null for files sent by a plain form, and once the sender was erased. */
  @Column('varchar', { length: 64, nullable: true })
  uploadMark!: string | null;

  /** For a file that a pupil sent into a work: `sentMark` of the name as it was sent. Null where the name of the file is that name. */
  @Column('varchar', { length: 64, nullable: true })
  sentMark!: string | null;

  /** For a copy in a pupil's own space: the group in which the pupil had put the file (ADR 82). */
  @Column('varchar', { length: 36, nullable: true })
  keptFrom!: string | null;

  /** For such a copy: the id of the file in that group, also when the file is gone. */
  @Column('varchar', { length: 36, nullable: true })
  keptOf!: string | null;

  /**
   * For a pupil's file in a group: whether the pupil deleted their copy for good while the file was out of their sight. No copy is made
   * again.
   */
  @Column('boolean', { default: false })
  givenUp!: boolean;

  /**
   * The widest readers that it had in its space before it was closed with a folder, moved or brought back; for a file that a pupil took out
   * of a work, its readers there. Null as long as `readers` are the widest.
   */
  @Column('varchar', { length: 8, nullable: true })
  shownTo!: Readers | null;
}
