// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A step in the life of a bilan, or a reading of it. */
export type TraceStep =
  | 'read'
  | 'signed'
  | 'takenBack'
  | 'visa'
  /** The head took the visa back before the publication. */
  | 'visaBack'
  | 'sentBack'
  | 'published'
  /** Unlocked to be corrected, while the family goes on reading the publication. */
  | 'reopened'
  /** Unlocked and withdrawn: the family no longer reads the publication. */
  | 'unlocked'
  /** The publication that an unlocking had ended is the bilan again. */
  | 'restored'
  | 'handedOver'
  /** Two people became one, and with them two bilans of one period. */
  | 'merged'
  /** Two people became one. The digest covers the pupil, so it changed; the line has the former one. */
  | 'moved';

/** One line of the history of a bilan. A reading is noted once for each person and day. */
@Entity('livret_bridge_trace')
@Index('livret_bridge_trace_step', ['school', 'bilanId', 'what', 'personId', 'day'])
@Index('livret_bridge_trace_pupil', ['school', 'pupilId'])
@Index('livret_bridge_trace_person', ['school', 'personId'])
@Index('livret_bridge_trace_former', ['school', 'formerId'])
@Index('livret_bridge_trace_reading', ['school', 'bilanId', 'personId', 'readOn'], { unique: true })
export class TraceRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  /** The id of a bilan of this school. */
  @Column('varchar', { length: 36 })
  bilanId!: string;

  @Column('varchar', { length: 36 })
  pupilId!: string;

  /** Null once the person was erased. */
  @Column('varchar', { length: 36, nullable: true })
  personId!: string | null;

  /** The name of the person on that day, for steps that keep it; null for readings. */
  @Column('varchar', { length: 200, nullable: true })
  personName!: string | null;

  @Column('varchar', { length: 10 })
  what!: TraceStep;

  /** The day in the time zone of the school: `2026-12-04`. */
  @Column('varchar', { length: 10 })
  day!: string;

  /** The day of a reading, and null for steps, so that the unique index holds only readings. */
  @Column('varchar', { length: 10, nullable: true })
  readOn?: string | null;

  @Column('datetime', { precision: 3 })
  at!: Date;

  /** The reason of an unlocking, the word of the head, or the cells that a merge or a return did not keep. */
  @Column('text', { nullable: true })
  word!: string | null;

  /** The digest of the content that was signed, published or unlocked: see `contentHash`. */
  @Column('varchar', { length: 64, nullable: true })
  sha256?: string | null;

  /** JSON of the publication that ended with this step: see `keptSchema`. */
  @Column('text', { nullable: true })
  content?: string | null;

  /**
   * For a merge: the id of the bilan that is gone. Its address shows the publication, or the bilan when the step keeps none. For an
   * unlocking or a return: the id of the bilan that it was about, when that is gone and the family reads another one.
   */
  @Column('varchar', { length: 36, nullable: true })
  formerId?: string | null;
}
