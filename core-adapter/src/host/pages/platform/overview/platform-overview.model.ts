// SPDX-License-Identifier: EUPL-1.2
import type { Figure } from '../../../../ui/index.js';

export interface WaitingThing {
  readonly kind: 'warn' | 'bad';
  readonly icon: string;
  readonly title: string;
  /** `language` is set when the text is the English sentence of an error. */
  readonly cause?: { readonly text: string; readonly language?: 'en' } | undefined;
  /** A command to run. */
  readonly command?: string | undefined;
  readonly link?: { readonly label: string; readonly url: string } | undefined;
}

/** `/admin/` */
export interface PlatformOverviewModel {
  readonly waiting: readonly WaitingThing[];
  readonly figures: readonly Figure[];
}
