// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One trace of an action: who did what to what, where, when, and how it ended. Lines are only ever added; the login
 * of somebody who is erased goes out of them.
 */
@Entity('core_audit')
@Index('core_audit_school_at', ['uai', 'at'])
@Index('core_audit_at', ['at', 'id'])
@Index('core_audit_school_action_at', ['uai', 'action', 'at', 'id'])
@Index('core_audit_actor_at', ['actor', 'at', 'id'])
@Index('core_audit_action_at', ['action', 'at', 'id'])
@Index('core_audit_outcome_at', ['outcome', 'at', 'id'])
export class AuditLine {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('datetime', { precision: 3 })
  at!: Date;

  /** A person's id, `cli`, or `clock` for what the host does by itself. */
  @Column('varchar', { length: 36 })
  actor!: string;

  @Column('varchar', { length: 8, nullable: true })
  uai!: string | null;

  /** `<owner>.<noun>.<verb>` */
  @Column('varchar', { length: 100 })
  action!: string;

  @Column('simple-json')
  subject!: object;

  @Column('varchar', { length: 10 })
  outcome!: 'done' | 'failed';
}
