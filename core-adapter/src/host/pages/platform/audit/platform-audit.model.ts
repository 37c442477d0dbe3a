// SPDX-License-Identifier: EUPL-1.2
import type { Choice } from '../../../../ui/index.js';

/** The fields of the journal's form, as they are typed and sent. */
export interface AuditWords {
  readonly school: string;
  readonly person: string;
  readonly action: string;
  readonly outcome: string;
  readonly from: string;
  readonly until: string;
}

export interface JournalLine {
  readonly id: string;
  readonly when: string;
  /** « Mathieu Grosjean a allumé Fichiers à l’École des Tilleuls » */
  readonly sentence: string;
  readonly failed: boolean;
  readonly details: readonly { readonly name: string; readonly value: string }[];
}

/** `/admin/audit` */
export interface PlatformAuditModel {
  readonly words: AuditWords;
  readonly errors: Readonly<Partial<Record<keyof AuditWords, string>>>;
  readonly actionChoices: readonly Choice[];
  /** Whether the form narrows the journal. */
  readonly narrowed: boolean;
  /** « Les heures sont celles d’Europe/Paris. » */
  readonly zone: string;
  readonly lines: readonly JournalLine[];
  readonly newestUrl?: string | undefined;
  readonly olderUrl?: string | undefined;
}
