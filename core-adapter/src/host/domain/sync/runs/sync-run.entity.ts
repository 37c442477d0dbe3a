// SPDX-License-Identifier: EUPL-1.2
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { IgnoredReport } from '../snapshot/ignored-records.js';
import type { PlanCounts } from '../plan/plan-counts.js';
import type { Verdict } from '../guard/verdict.js';

/** `failed` is for what broke, `refused` for what a guard stopped, `unchanged` for nothing to do. */
export type SyncRunState = 'planned' | 'refused' | 'applied' | 'failed' | 'unchanged';

/** One reading of a source, and what came of it. */
@Entity('core_sync_run')
@Index('core_sync_run_source', ['source'])
export class SyncRunRow {
  /** Short, for people to type. The database gives it out, so that two processes at once get two numbers. */
  @PrimaryGeneratedColumn('increment', { type: 'integer' })
  id!: number;

  @Column('varchar', { length: 60 })
  source!: string;

  @Column('varchar', { length: 10 })
  state!: SyncRunState;

  @Column('datetime', { precision: 3 })
  startedAt!: Date;

  /** When it was applied, found unchanged, refused or failed; null while it waits to be applied. */
  @Column('datetime', { precision: 3, nullable: true })
  endedAt!: Date | null;

  /** The last applied run when this one read the state: what the plan was made from. */
  @Column('integer')
  baseRun!: number;

  /** What the source said of its state before it was read; null when it does not tell. */
  @Column('varchar', { length: 190, nullable: true })
  mark!: string | null;

  /** From where the source can tell what changes; null when it cannot. */
  @Column('varchar', { length: 190, nullable: true })
  since!: string | null;

  /** When the last reading of everything began, on which this run stands. */
  @Column('datetime', { precision: 3, nullable: true })
  fullAt!: Date | null;

  @Column('simple-json', { nullable: true })
  counts!: PlanCounts | null;

  @Column('simple-json', { nullable: true })
  ignored!: IgnoredReport | null;

  @Column('simple-json', { nullable: true })
  verdict!: Verdict | null;

  /** Why it failed. */
  @Column('text', { nullable: true })
  failure!: string | null;

  /** Who had a refused plan applied, and why. */
  @Column('varchar', { length: 190, nullable: true })
  approvedBy!: string | null;

  @Column('text', { nullable: true })
  approvalReason!: string | null;
}
