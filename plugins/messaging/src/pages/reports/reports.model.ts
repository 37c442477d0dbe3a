// SPDX-License-Identifier: EUPL-1.2
import type { AvatarPerson } from '@volee/core-adapter/ui';
import type { BoxHead } from '../shared/box-tabs.js';

/** The messages that were reported to the heads. What they say stands on the page of each, and not in the list. */
export interface ReportsModel extends BoxHead {
  readonly title: string;
  /** Many reports or recalls at once, in numbers. */
  readonly bursts: readonly { readonly title: string; readonly detail: string }[];
  readonly open: readonly ReportsLine[];
  readonly closed: readonly ReportsLine[];
}

export interface ReportsLine {
  readonly id: string;
  readonly url: string;
  /** « Message de Tom Jacquot » */
  readonly title: string;
  readonly face: AvatarPerson;
  /** By which person it was reported and when; of a closed one, which head closed it and when. */
  readonly detail: string;
}
