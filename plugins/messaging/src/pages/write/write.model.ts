// SPDX-License-Identifier: EUPL-1.2
import type { Tick } from '@volee/core-adapter/ui';
import type { RecipientField } from '../../send/recipient-fields.js';
import type { BoxHead } from '../box-tabs.js';

/** The page on which a message is written: first its recipients, then its text. */
export interface WriteModel extends BoxHead {
  /** The address of both forms: a GET chooses recipients, a POST sends. */
  readonly actionUrl: string;
  readonly search: string;
  readonly groups: readonly OfferedGroups[];
  readonly persons: readonly Tick[];
  /** More persons can be found than are shown. */
  readonly hasMore: boolean;
  /** Undefined before somebody was chosen. */
  readonly letter: LetterModel | undefined;
  /** The sentence for a user that has sent as much as one may in an hour. */
  readonly waits: string | undefined;
}

/** Groups to tick, by the field that names them. */
export interface OfferedGroups {
  readonly field: string;
  readonly label: string;
  readonly ticks: readonly Tick[];
}

/** The chosen recipients, what becomes of a message to them, and the form for its text. */
export interface LetterModel {
  readonly fields: readonly RecipientField[];
  /** « Parents de CM1 et Karim Bensaïd » */
  readonly to: string;
  /** How many persons receive it at which time, one sentence each. */
  readonly plan: readonly string[];
  /** Why the message cannot be sent like this, one sentence for each recipient; empty when it can. */
  readonly refusals: readonly string[];
  readonly sendLabel: string;
}
