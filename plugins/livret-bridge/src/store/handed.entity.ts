// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A bilan that another school handed over, as it was published there: a copy, of which this school changes nothing. */
@Entity('livret_bridge_handed')
@Index('livret_bridge_handed_key', ['school', 'pupilId', 'fromSchool', 'key'], { unique: true })
@Index('livret_bridge_handed_until', ['school', 'until'])
export class HandedRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  pupilId!: string;

  /** The UAI of the school that handed it over. */
  @Column('varchar', { length: 8 })
  fromSchool!: string;

  @Column('varchar', { length: 200 })
  fromName!: string;

  /** School year, kind and period, as the parcel is called: `2026-periodic-1`. */
  @Column('varchar', { length: 40 })
  key!: string;

  /** The number of deliveries under the key; 1 for the first. */
  @Column('integer')
  revision!: number;

  /** The school year of the bilan. */
  @Column('integer')
  year!: number;

  @Column('integer')
  period!: number;

  /** The id of its catalogue. With `positions` it is in `content` as well: the table of a class reads no texts. */
  @Column('varchar', { length: 20 })
  catalogue!: string;

  /** One character for each line of the catalogue. */
  @Column('varchar', { length: 100 })
  positions!: string;

  /** JSON of the bilan: see `handedSchema`. */
  @Column('text')
  content!: string;

  @Column('datetime', { precision: 3 })
  receivedAt!: Date;

  /** The instant at which it is deleted: 1 August, three years after the CM2 year began. */
  @Column('datetime', { precision: 3 })
  until!: Date;
}
