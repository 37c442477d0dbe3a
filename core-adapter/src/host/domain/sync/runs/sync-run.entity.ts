// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { IgnoredReport } from '../snapshot/ignored-records.js';
import type { PlanCounts } from '../plan/plan-counts.js';
import type { Verdict } from '../guard/verdict.js';

/**
 * `failed`: an error occurred; `refused`: the guard stopped the run; `unchanged`: there was nothing to do; `writing`: a process applies the
 * run; `broken off`: that process was killed.
 */
export type SyncRunState = 'planned' | 'refused' | 'writing' | 'applied' | 'failed' | 'broken off' | 'unchanged';

/** One reading of a source, and its outcome. */
@Entity('core_sync_run')
@Index('core_sync_run_source', ['source'])
export class SyncRunRow {
  /** A short number for people to type. The database generates it, so that two concurrent processes get two numbers. */
  @PrimaryGeneratedColumn('increment', { type: 'integer' })
  id!: number;

  @Column('varchar', { length: 60 })
  source!: string;

  @Column('varchar', { length: 10 })
  state!: SyncRunState;

  @Column('datetime', { precision: 3 })
  startedAt!: Date;

  /** The time of application, refusal or failure, or when the source was found unchanged; null while the run waits to be applied. */
  @Column('datetime', { precision: 3, nullable: true })
  endedAt!: Date | null;

  /** The last applied run at the time of reading, on which the plan is based. */
  @Column('integer')
  baseRun!: number;

  /** The fingerprint of the source before the reading; null when it has none. */
  @Column('varchar', { length: 190, nullable: true })
  mark!: string | null;

  /** The cursor from which the source can report changes; null when it cannot. */
  @Column('varchar', { length: 190, nullable: true })
  since!: string | null;

  /** Set when the reading was compared in full and nothing differed: the digest of both (`digestOfComparison`). */
  @Column('varchar', { length: 43, nullable: true })
  digest!: string | null;

  /** Start of the last full reading that this run builds on. */
  @Column('datetime', { precision: 3, nullable: true })
  fullAt!: Date | null;

  @Column('simple-json', { nullable: true })
  counts!: PlanCounts | null;

  @Column('simple-json', { nullable: true })
  ignored!: IgnoredReport | null;

  @Column('simple-json', { nullable: true })
  verdict!: Verdict | null;

  /** The error message of a failed run. */
  @Column('text', { nullable: true })
  failure!: string | null;

  /** The person who approved a refused plan, or `cli`, and their reason. */
  @Column('varchar', { length: 190, nullable: true })
  approvedBy!: string | null;

  @Column('text', { nullable: true })
  approvalReason!: string | null;
}
