// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Profile } from '../../../api/people.js';

/**
 * A brick switched on in a school, for whom and when. Rows are never deleted: switching off writes `until`, and the
 * history is the table itself.
 */
@Entity('core_activation')
@Index('core_activation_school', ['uai', 'brick'])
export class ActivationRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  uai!: string;

  @Column('varchar', { length: 60 })
  brick!: string;

  /** Empty: every profile. */
  @Column('simple-json')
  profiles!: Profile[];

  /** Ids of groups. Empty: the whole school. */
  @Column('simple-json')
  groupIds!: string[];

  /** Included. */
  @Column('datetime', { precision: 3 })
  from!: Date;

  /** Excluded; null: until somebody switches it off; the same as `from`: called off before it began. */
  @Column('datetime', { precision: 3, nullable: true })
  until!: Date | null;

  /** The end that was chosen with it; `until` comes first when it was ended, or when another rule takes its place. */
  @Column('datetime', { precision: 3, nullable: true })
  chosenUntil!: Date | null;

  /** The id of the rule whose place it takes when it begins. */
  @Column('varchar', { length: 36, nullable: true })
  replaces!: string | null;

  /** Who switched it on and off: a person's id, or `cli`. */
  @Column('varchar', { length: 36 })
  enabledBy!: string;

  @Column('varchar', { length: 36, nullable: true })
  disabledBy!: string | null;

  /** When somebody decided that it should be, and that it should end; `from` and `until` say from when that counts. */
  @Column('datetime', { precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  endedAt!: Date | null;
}
