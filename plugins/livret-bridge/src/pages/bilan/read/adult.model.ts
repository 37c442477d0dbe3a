// SPDX-License-Identifier: EUPL-1.2
import type { Crumb } from '@volee/core-adapter/ui';
import type { BilanModel } from '../../shared/bilan/bilan.model.js';
import type { ReadersModel } from '../../shared/bilan/readers.model.js';
import type { HistoryLine } from '../../shared/bilan/history.presenter.js';

/** The page of a bilan for guardians, teachers and heads. */
export interface AdultModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  /** That the school corrects it, or has. */
  readonly notice: string | undefined;
  /** The addresses of publications of another record of the pupil. */
  readonly formerUrls: readonly string[];
  readonly bilan: BilanModel;
  /** Absent for persons that are no guardian of the pupil. */
  readonly confirm: ConfirmModel | undefined;
  /** Absent before the publication. */
  readonly readers: ReadersModel | undefined;
  /** Until when the school keeps it; absent before the publication. */
  readonly kept: string | undefined;
  /** The steps of its life, the last one first; empty for the family. */
  readonly history: readonly HistoryLine[];
  /** The page with digests and earlier texts; for the head alone. */
  readonly historyUrl: string | undefined;
}

export interface ConfirmModel {
  readonly url: string;
  /** The publication that the page shows, as the form sends it back. */
  readonly published: string;
  readonly button: string;
  /** « Vous l’avez confirmé le … »; undefined while it is to be confirmed. */
  readonly done: string | undefined;
  /** The bilan was published again since the page was shown. */
  readonly isOutdated: boolean;
}
