// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One time that a teacher gave a part back, with the words of both: the next time writes over those of the part (ADR 68). */
@Entity('file_share_work_round')
@Index('file_share_work_round_part', ['school', 'partId', 'givenBackAt'])
@Index('file_share_work_round_pupil', ['school', 'pupilId'])
@Index('file_share_work_round_work', ['school', 'workId'])
export class WorkRoundRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  workId!: string;

  /** The row of the pupil's part. */
  @Column('varchar', { length: 36 })
  partId!: string;

  @Column('varchar', { length: 36 })
  groupId!: string;

  @Column('varchar', { length: 36 })
  pupilId!: string;

  /** The pupil's word, as the teacher read it. */
  @Column('text')
  word!: string;

  /** Null when the part was given back without being handed in. */
  @Column('datetime', { precision: 3, nullable: true })
  handedInAt!: Date | null;

  /** Whether it was handed in after it was due. */
  @Column('boolean')
  late!: boolean;

  /** The teacher's word. */
  @Column('text')
  answer!: string;

  @Column('datetime', { precision: 3 })
  givenBackAt!: Date;

  @Column('varchar', { length: 9 })
  state!: 'corrected' | 'again';
}
