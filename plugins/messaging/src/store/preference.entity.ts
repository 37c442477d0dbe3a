// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The hours at which an adult of the school receives no messages of colleagues. Nobody has a row before they chose some. */
@Entity('messaging_preference')
@Index('messaging_preference_owner', ['school', 'ownerId'], { unique: true })
export class PreferenceRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  ownerId!: string;

  /** JSON of quiet hours, without their zone. */
  @Column('text')
  quietHours!: string;
}
