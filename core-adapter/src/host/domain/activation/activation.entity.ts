// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Profile } from '../../../api/people.js';

/**
 * A brick switched on in a school, with its profiles, groups and span of time. Rows are never deleted: switching off writes `until`, so the
 * table is the history.
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

  /** Excluded; null: until the brick is switched off; equal to `from`: called off before it began. */
  @Column('datetime', { precision: 3, nullable: true })
  until!: Date | null;

  /** The end that was chosen with the rule; `until` is earlier when the rule was ended, or when another rule replaces it. */
  @Column('datetime', { precision: 3, nullable: true })
  chosenUntil!: Date | null;

  /** The id of the rule that this rule replaces when it begins. */
  @Column('varchar', { length: 36, nullable: true })
  replaces!: string | null;

  /** The actors that switched it on and off: a person's id, or `cli`. */
  @Column('varchar', { length: 36 })
  enabledBy!: string;

  @Column('varchar', { length: 36, nullable: true })
  disabledBy!: string | null;

  /** When the start and the end were decided; `from` and `until` say when these decisions take effect. */
  @Column('datetime', { precision: 3, nullable: true })
  decidedAt!: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  endedAt!: Date | null;
}
