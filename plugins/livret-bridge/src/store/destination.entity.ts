// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The collège that the head of an école chose for a pupil of CM2. */
@Entity('livret_bridge_destination')
@Index('livret_bridge_destination_pupil', ['school', 'pupilId', 'year'], { unique: true })
export class DestinationRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  pupilId!: string;

  /** The school year in which the pupil is in CM2. */
  @Column('integer')
  year!: number;

  /** The UAI of the collège; empty for one that is not on this platform. */
  @Column('varchar', { length: 8 })
  college!: string;
}
