// SPDX-License-Identifier: EUPL-1.2
import type { Figure } from '../../../../ui/index.js';
import type { SyncRunState } from '../../../domain/sync/runs/sync-run.entity.js';
import type { PlanModel } from './platform-plan.model.js';
import type { PagingModel } from '../shared/paging.model.js';

/** The result of reading a directory. */
export interface RunLine {
  readonly id: number;
  readonly url: string;
  readonly source: string;
  readonly when: string;
  readonly state: SyncRunState;
  /** People created, changed, left and returned; absent without a plan. */
  readonly counts?: Readonly<Record<'created' | 'changed' | 'left' | 'returned', string>> | undefined;
}

export interface SourceCard {
  readonly name: string;
  /** No brick of volee.yaml reads the source any more. */
  readonly gone: boolean;
  readonly last?: RunLine | undefined;
  readonly lastFigures: readonly Figure[];
  /** The last applied run, when it is not the last one. */
  readonly applied?: RunLine | undefined;
  /** Why the last run stopped, or which schools it could not read. */
  readonly why?: { readonly text: string; readonly language?: 'en' } | undefined;
}

/** `/admin/syncs` */
export interface PlatformSyncsModel {
  readonly sources: readonly SourceCard[];
  readonly runs: readonly RunLine[];
  readonly paging: PagingModel;
}

export interface Todo {
  readonly label: string;
  readonly command: string;
}

/** Why the guard refused a run: its observation, the meaning, and the places to check. */
export interface RefusalModel {
  readonly code: string;
  readonly sentences: readonly {
    readonly text: string;
    /** The number of people before, and of those that remain. */
    readonly share?: { readonly before: number; readonly after: number } | undefined;
  }[];
  readonly means: string;
  readonly check: string;
}

/** Schools that could not be read in full. */
export interface UnreadModel {
  readonly text: string;
  readonly schools: readonly {
    readonly uai: string;
    readonly name: string;
    /** The reason, in English. */
    readonly reason: string;
  }[];
  /** « et 3 autres écoles » */
  readonly more?: string | undefined;
}

/** The decision that a run waits for. */
export interface DecisionModel {
  /** `approve`: the guard refused it, and a reason is asked for. */
  readonly kind: 'apply' | 'approve';
  readonly url: string;
  readonly reason: string;
  readonly error?: string | undefined;
}

/** `/admin/syncs/:id` */
export interface PlatformRunModel {
  readonly run: RunLine;
  readonly began: string;
  readonly ended?: string | undefined;
  readonly approval?: string | undefined;
  readonly refusals: readonly RefusalModel[];
  /** « et 3 autres raisons » */
  readonly more?: string | undefined;
  readonly unread?: UnreadModel | undefined;
  /** Why the run failed, in English. */
  readonly failure?: string | undefined;
  /** Why the run cannot be applied, or was not. */
  readonly problem?: { readonly title: string; readonly text: string } | undefined;
  /** The address to reload while the run is being applied. */
  readonly underWayUrl?: string | undefined;
  readonly decision?: DecisionModel | undefined;
  readonly todo?: { readonly text: string; readonly commands: readonly Todo[] } | undefined;
  /** Absent without a plan. */
  readonly changes?: readonly { readonly what: string; readonly number: string }[] | undefined;
  readonly ignored: readonly { readonly what: string; readonly number: string; readonly examples: readonly string[] }[];
  /** The plan, line by line; absent when there was none, or when it was deleted. */
  readonly plan?: PlanModel | undefined;
  readonly forgotten: boolean;
}

/** The confirmation before a run is applied, with the figures of its changes. */
export interface PlatformApplyModel {
  readonly id: number;
  readonly source: string;
  readonly url: string;
  readonly runUrl: string;
  readonly figures: readonly Figure[];
  /** Empty where none is asked for. */
  readonly reason: string;
  readonly closes: boolean;
  readonly action: string;
}
