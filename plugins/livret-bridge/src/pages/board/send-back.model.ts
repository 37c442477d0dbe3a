// SPDX-License-Identifier: EUPL-1.2
import type { Choice, Crumb } from '@volee/core-adapter/ui';

/** The page on which a head sends bilans back with a word. */
export interface SendBackModel {
  readonly crumbs: readonly Crumb[];
  readonly formUrl: string;
  readonly period: number;
  readonly from: string | undefined;
  readonly word: string;
  readonly problems: { readonly word?: string; readonly class?: string };
  /** The classes to choose from; empty when single bilans are sent back. */
  readonly classes: readonly Choice[];
  readonly chosen: string | undefined;
  /** The bilans that were ticked on the page of a class. */
  readonly ticks: readonly { readonly name: string; readonly value: string }[];
}
