// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The life of a bilan. `draft`: teachers write. `ready`: complete, and still theirs to change. `signed`: a teacher of the
 * class signed it. `visa`: the head endorsed it. `published`: the family reads it.
 */
export const BILAN_STATES = ['draft', 'ready', 'signed', 'visa', 'published'] as const;
export type BilanState = (typeof BILAN_STATES)[number];

/** A bilan périodique: what one pupil learned in one period. One row holds all of it, so that a class is read by one query. */
@Entity('livret_bridge_bilan')
@Index('livret_bridge_bilan_pupil', ['school', 'pupilId', 'year', 'kind', 'period'], { unique: true })
@Index('livret_bridge_bilan_class', ['school', 'classId', 'year', 'period', 'state'])
@Index('livret_bridge_bilan_catalogue', ['school', 'year', 'catalogue', 'period'])
@Index('livret_bridge_bilan_state', ['school', 'year', 'period', 'state'])
export class BilanRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  @Column('varchar', { length: 36 })
  pupilId!: string;

  /** The class in which it was written. It is not part of the scope: see `bilanScope`. */
  @Column('varchar', { length: 36 })
  classId!: string;

  /** The school year: 2026 for the year from August 2026. */
  @Column('integer')
  year!: number;

  /** `periodic`, for a bilan périodique. */
  @Column('varchar', { length: 8 })
  kind!: 'periodic';

  /** The number of the period in its year, from 1. */
  @Column('integer')
  period!: number;

  /** The pupil's level when it was written; null for a pupil without one, as in a ULIS. */
  @Column('varchar', { length: 20, nullable: true })
  level!: string | null;

  /** The id of its catalogue, by which it is always read: see `editionOf`. */
  @Column('varchar', { length: 20 })
  catalogue!: string;

  /** One character for each line of the catalogue: see `BilanContent`. */
  @Column('varchar', { length: 100 })
  positions!: string;

  /** JSON of the appreciations by domain. */
  @Column('text')
  texts!: string;

  /** JSON of the elements worked on by domain. */
  @Column('text')
  elements!: string;

  @Column('text')
  general!: string;

  /** The word for the child. */
  @Column('text')
  word!: string;

  /** JSON of the lines chosen as strengths. */
  @Column('varchar', { length: 100 })
  strengths!: string;

  /** JSON of the texts by parcours. */
  @Column('text')
  parcours!: string;

  @Column('varchar', { length: 9 })
  state!: BilanState;

  /** The number of changes: when two people write at the same time, the second one reads the row again. */
  @Column('integer')
  revision!: number;

  /** JSON of the last writer of each cell, `{ "FRA-LGO": { "by": …, "at": … } }`: for the page that shows two values. */
  @Column('text')
  writers!: string;

  /** The teacher who signed; null before, and once they were erased. */
  @Column('varchar', { length: 36, nullable: true })
  signedBy!: string | null;

  /** The name of the teacher as signed, which stays. */
  @Column('varchar', { length: 200, nullable: true })
  signedAs!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  signedAt!: Date | null;

  /** The instant at which the teacher had last typed their password; null where the SSO cannot ask for it again. */
  @Column('datetime', { precision: 3, nullable: true })
  authenticatedAt!: Date | null;

  /** The digest of the signed content: see `contentHash`. */
  @Column('varchar', { length: 64, nullable: true })
  sha256!: string | null;

  @Column('varchar', { length: 36, nullable: true })
  visaBy!: string | null;

  @Column('varchar', { length: 200, nullable: true })
  visaAs!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  visaAt!: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  publishedAt!: Date | null;

  /** JSON of the earlier bilan with which the publication is compared: see `comparisonSchema`. Null when it keeps none. */
  @Column('text', { nullable: true })
  compared!: string | null;
}
