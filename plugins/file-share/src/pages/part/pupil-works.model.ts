// SPDX-License-Identifier: EUPL-1.2
import type { Tab } from '@volee/core-adapter/ui';
import type { EndingModel } from '../../domain/parts/ending-works.js';
import type { TodoRow } from '../shared/works/todo-rows.js';
import type { PartFileLine, ReceiptModel } from '../shared/works/pupil-part.model.js';

/** The works of a pupil, in the order in which they matter. */
export interface PupilWorksModel {
  readonly tabs: readonly Tab[];
  readonly lead: string;
  readonly endings: readonly EndingModel[];
  readonly todo: readonly TodoRow[];
  readonly toRead: readonly LinkRow[];
  readonly handedIn: readonly HandedInWork[];
  readonly back: readonly ReturnedWork[];
  /** The works that came back earlier, one line each. */
  readonly backBefore: readonly LinkRow[];
  readonly missed: readonly LinkRow[];
  readonly earlier: readonly LinkRow[];
  readonly isEmpty: boolean;
}

export interface LinkRow {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly detail: string;
}

export interface HandedInWork extends LinkRow {
  /** The answer and files that came back the time before. */
  readonly before: Pick<ReturnedWork, 'answer' | 'files'> | undefined;
  readonly receipts: readonly ReceiptModel[];
  readonly takeBack: { readonly url: string; readonly text: string } | undefined;
}

export interface ReturnedWork extends LinkRow {
  readonly answer: string;
  readonly files: readonly PartFileLine[];
}
