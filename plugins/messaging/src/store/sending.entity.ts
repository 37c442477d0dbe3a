// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How many messages a person has sent in an hour. A message that is taken back still counts. */
@Entity('messaging_sending')
@Index('messaging_sending_hour', ['school', 'ownerId', 'hour'], { unique: true })
export class SendingRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  ownerId!: string;

  /** The hours since 1970. */
  @Column('integer')
  hour!: number;

  @Column('integer')
  sent!: number;
}
