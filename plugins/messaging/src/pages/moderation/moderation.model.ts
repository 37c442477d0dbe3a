// SPDX-License-Identifier: EUPL-1.2
import type { Choice } from '@volee/core-adapter/ui';
import type { BoxHead } from '../box-tabs.js';
import type { FormattedText } from '../../text/formatted-text.js';

/** The page of messages that wait for the reader's consent. */
export interface ModerationModel extends BoxHead {
  readonly title: string;
  readonly lines: readonly ReviewLine[];
  /** The words that a refusal may be given with. */
  readonly reasons: readonly Choice[];
}

export interface ReviewLine {
  readonly id: string;
  readonly version: string;
  readonly from: string;
  /** The class for which it is accepted. */
  readonly group: string;
  readonly to: string;
  readonly when: string;
  readonly subject: string;
  readonly text: FormattedText;
  readonly acceptUrl: string;
  readonly refuseUrl: string;
}
