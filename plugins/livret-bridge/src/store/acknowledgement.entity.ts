// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A guardian confirmed that they have read a bilan, as it was published then. */
@Entity('livret_bridge_acknowledgement')
@Index('livret_bridge_acknowledgement_person', ['school', 'bilanId', 'personId'], { unique: true })
@Index('livret_bridge_acknowledgement_pupil', ['school', 'pupilId'])
@Index('livret_bridge_acknowledgement_guardian', ['school', 'personId'])
export class AcknowledgementRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  bilanId!: string;

  @Column('varchar', { length: 36 })
  pupilId!: string;

  @Column('varchar', { length: 36 })
  personId!: string;

  @Column('datetime', { precision: 3 })
  at!: Date;
}
