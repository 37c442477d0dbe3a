// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../directory/person.entity.js';

/** Whether the pupil of waiting parcels is a certain pupil of the school that receives them, and the decision about it; asked once. */
@Entity('core_parcel_question')
@Index('core_parcel_question_pair', ['toUai', 'pupilId', 'candidateId'], { unique: true })
@Index('core_parcel_question_candidate', ['candidateId'])
export class ParcelQuestionRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  toUai!: string;

  /** The pupil who was handed over. Their account may be erased. */
  @Column('varchar', { length: 36 })
  pupilId!: string;

  /** A pupil of the school that receives. */
  @Column('varchar', { length: 36 })
  @ForeignKey(() => PersonRow, { name: 'core_parcel_question_to_person', onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  candidateId!: string;

  @Column('varchar', { length: 10 })
  state!: 'open' | 'same' | 'different';

  @Column('datetime', { precision: 3 })
  askedAt!: Date;

  @Column('datetime', { precision: 3, nullable: true })
  decidedAt!: Date | null;

  /** The id of a person, or `cli`. */
  @Column('varchar', { length: 36, nullable: true })
  decidedBy!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;
}
