// SPDX-License-Identifier: EUPL-1.2
import type { Crumb } from '@volee/core-adapter/ui';

/** A class as its head reads it in one period. */
export interface ClassModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  readonly period: number;
  readonly from: string;
  readonly urls: Readonly<Record<'visa' | 'sendBack', string>>;
  readonly lines: readonly ClassLine[];
  readonly signed: number;
}

export interface ClassLine {
  readonly name: string;
  readonly url: string;
  readonly at: number;
  readonly words: string;
  readonly detail: string;
  /** The value of its tick; undefined where there is nothing to endorse or to send back. */
  readonly tick: string | undefined;
  /** Whether the visa is what waits; an endorsed bilan can only be sent back. */
  readonly isSigned: boolean;
  readonly general: string;
  /** The page that unlocks it, once it is published. */
  readonly unlockUrl: string | undefined;
  /** Its history, once it was unlocked: there the head reads what the family had read. */
  readonly historyUrl: string | undefined;
}
