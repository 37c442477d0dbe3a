// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One audited action: actor, action, subject, school, instant and outcome. Lines are only ever added; when a person is erased, their login
 * is removed from them.
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

  /** A person's id, `cli`, or `clock` for scheduled jobs of the host. */
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
