// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One version of what a school has decided about messages. The newest is in force; the others are its history. A school without
 * any has the default.
 */
@Entity('messaging_policy')
@Index('messaging_policy_number', ['school', 'number'], { unique: true })
export class PolicyRow {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 8 })
  school!: string;

  /** Counted from 1: when two heads change the policy at the same time, the second one notices the first. */
  @Column('integer')
  number!: number;

  /** JSON of a `RuleTable`. */
  @Column('text')
  rules!: string;

  @Column('boolean')
  moderated!: boolean;

  /** JSON of the quiet hours of pupils and of families, without their zone. */
  @Column('text')
  quietHours!: string;

  /** The time for which messages are kept. */
  @Column('varchar', { length: 12 })
  keptFor!: string;

  /** Null once the person was erased. */
  @Column('varchar', { length: 36, nullable: true })
  decidedBy!: string | null;

  /** The instant from which it is in force. */
  @Column('datetime', { precision: 3 })
  decidedAt!: Date;
}
