// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * `given`: not begun yet. `started`: begun. `handedIn`: frozen, unless it was taken back (`stateOf`). `corrected`: given back, done.
 * `again`: given back, to be done again.
 */
export const PART_STATES = ['given', 'started', 'handedIn', 'corrected', 'again'] as const;
export type PartState = (typeof PART_STATES)[number];

/** One pupil's part in a work. It has a row once the pupil was picked or reminded, the pupil or the family has seen it, or something was done. */
@Entity('file_share_work_pupil')
@Index('file_share_work_pupil_one', ['school', 'workId', 'pupilId'], { unique: true })
@Index('file_share_work_pupil_pupil', ['school', 'pupilId', 'state'])
@Index('file_share_work_pupil_group', ['school', 'groupId', 'state'])
export class WorkPupilRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  workId!: string;

  @Column('varchar', { length: 36 })
  groupId!: string;

  @Column('varchar', { length: 36 })
  pupilId!: string;

  @Column('varchar', { length: 9 })
  state!: PartState;

  @Column('datetime', { precision: 3, nullable: true })
  startedAt!: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  handedInAt!: Date | null;

  /** The instant at which the pupil took back what they had handed in; null once it is handed in again or given back. */
  @Column('datetime', { precision: 3, nullable: true })
  takenBackAt!: Date | null;

  /** Whether it was handed in after it was due. */
  @Column('boolean')
  late!: boolean;

  /** The pupil's word to the teacher. */
  @Column('text')
  word!: string;

  /** The teacher's word to the pupil, as it was last given back. */
  @Column('text')
  answer!: string;

  /** The word that the teacher has prepared, which nobody else reads until it is given back; null when nothing is prepared. */
  @Column('text', { nullable: true })
  prepared!: string | null;

  /** The state that the teacher has prepared and not given back yet. */
  @Column('varchar', { length: 9, nullable: true })
  ready!: 'corrected' | 'again' | null;

  @Column('datetime', { precision: 3, nullable: true })
  givenBackAt!: Date | null;

  /** `givenBefore` as JSON: the part before it was given back, as long as nobody was shown that it was (ADR 130). Null once shown. */
  @Column('text', { nullable: true })
  undo!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  remindedAt!: Date | null;

  /** Whether a page showed it to the pupil or their family. False for picked pupils until their next opening in rows from before 0.2. */
  @Column('boolean', { default: false })
  shown!: boolean;

  /** Whether a page showed it to them while the work was only to be read: it stays with a pupil who leaves the class (ADR 65). */
  @Column('boolean', { default: false })
  shownToRead!: boolean;

  /** The number of changes: when two changes meet, one of them fails. */
  @Column('integer')
  revision!: number;
}
