// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ParcelState } from '../../../api/hand-over/hand-over.js';

/** The data that identify the pupil of a parcel, as when it was offered. For the host alone. */
export interface Witnesses {
  readonly givenName: string;
  readonly familyName: string;
  readonly ine?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly birthDate?: string | undefined;
}

/**
 * A copy about one pupil on its way from one school to another. No foreign keys: the account of the pupil may be erased while it waits, and a
 * school may be closed.
 */
@Entity('core_parcel')
@Index('core_parcel_key', ['brick', 'fromUai', 'toUai', 'pupilId', 'key'], { unique: true })
@Index('core_parcel_to', ['toUai', 'brick', 'state'])
@Index('core_parcel_pupil', ['pupilId'])
@Index('core_parcel_recipient', ['recipientId'])
export class ParcelRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 60 })
  brick!: string;

  @Column('varchar', { length: 8 })
  fromUai!: string;

  @Column('varchar', { length: 200 })
  fromName!: string;

  @Column('varchar', { length: 8 })
  toUai!: string;

  @Column('varchar', { length: 200 })
  toName!: string;

  /** The pupil who was handed over. */
  @Column('varchar', { length: 36 })
  pupilId!: string;

  @Column('varchar', { length: 200 })
  pupilName!: string;

  /** The level of the pupil when it was offered. */
  @Column('varchar', { length: 20, nullable: true })
  level!: string | null;

  /** The pupil of the receiving school that the witnesses or an administrator identified; null: the one that was handed over. */
  @Column('varchar', { length: 36, nullable: true })
  recipientId!: string | null;

  @Column('varchar', { length: 190 })
  key!: string;

  /** JSON; null once it is delivered or over. */
  @Column('text', { nullable: true })
  content!: string | null;

  /** The SHA-256 digest of the content, hexadecimal; empty when the delivered revision is not the last one that was offered. */
  @Column('varchar', { length: 64 })
  sha256!: string;

  /** Null once it is delivered or over. */
  @Column('simple-json', { nullable: true })
  witnesses!: Witnesses | null;

  @Column('integer')
  revision!: number;

  /** The revision that was delivered last; 0 before. */
  @Column('integer')
  deliveredRevision!: number;

  @Column('varchar', { length: 20 })
  state!: ParcelState;

  @Column('varchar', { length: 36 })
  offeredBy!: string;

  @Column('datetime', { precision: 3 })
  offeredAt!: Date;

  /** The actor of the last change of the state. */
  @Column('varchar', { length: 36 })
  changedBy!: string;

  @Column('datetime', { precision: 3 })
  changedAt!: Date;

  /** Why it was refused. */
  @Column('varchar', { length: 500, nullable: true })
  reason!: string | null;

  @Column('datetime', { precision: 3 })
  answerBy!: Date;

  @Column('datetime', { precision: 3 })
  until!: Date;
}
