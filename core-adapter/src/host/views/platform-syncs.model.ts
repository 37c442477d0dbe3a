// SPDX-License-Identifier: EUPL-1.2
import type { Figure } from '../../ui/index.js';
import type { SyncRunState } from '../sync/runs/sync-run.entity.js';
import type { PagingModel } from './platform.model.js';

/** What a reading of a directory came to. */
export interface RunLine {
  readonly id: number;
  readonly url: string;
  readonly source: string;
  readonly when: string;
  readonly state: SyncRunState;
  /** Persons who came, changed, left and came back; absent when there was no plan. */
  readonly counts?: Readonly<Record<'created' | 'changed' | 'left' | 'returned', string>> | undefined;
}

export interface SourceCard {
  readonly name: string;
  /** No brick of volee.yaml reads it any more. */
  readonly gone: boolean;
  readonly last?: RunLine | undefined;
  readonly lastFigures: readonly Figure[];
  /** The last one that was applied, when it is another. */
  readonly applied?: RunLine | undefined;
  /** Why the last one stopped. */
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

/** `/admin/syncs/:id` */
export interface PlatformRunModel {
  readonly run: RunLine;
  readonly began: string;
  readonly ended?: string | undefined;
  readonly approval?: string | undefined;
  /** Why the guard refused it. */
  readonly reasons: readonly string[];
  /** « et 3 autres raisons » */
  readonly more?: string | undefined;
  /** Why it failed, in English. */
  readonly failure?: string | undefined;
  readonly todo?: { readonly text: string; readonly commands: readonly Todo[] } | undefined;
  /** Absent when there was no plan. */
  readonly changes?: readonly { readonly what: string; readonly number: string }[] | undefined;
  readonly ignored: readonly { readonly what: string; readonly number: string; readonly examples: readonly string[] }[];
}
