// SPDX-License-Identifier: EUPL-1.2
import type { Tab } from '@volee/core-adapter/ui';
import type { EndingModel } from '../../domain/parts/ending-works.js';

/** The model of the page « Classes d’avant ». */
export interface LastYearModel {
  readonly tabs: readonly Tab[];
  readonly searchUrl: string;
  /** Sentences about what can be done with these files, and until when they are kept. */
  readonly lead: readonly string[];
  /** For a pupil in summer: that works and corrections go. */
  readonly endings: readonly EndingModel[];
  /** For a person without any; absent where `left` says more. */
  readonly empty: string | undefined;
  readonly classes: readonly PastClass[];
  /** Files that a pupil put into a class which they have left; absent without any. */
  readonly left: LeftFiles | undefined;
}

export interface LeftFiles {
  readonly names: readonly string[];
  /** Until when they are kept. */
  readonly until: string | undefined;
  /** Copies all of them. */
  readonly keepUrl: string;
}

/** A class or another group of last year, or one that has ended. */
export interface PastClass {
  /** « CM1-CM2, 2025-2026 » */
  readonly title: string;
  readonly lines: readonly PastLine[];
}

/** A space or a work, to be opened and copied from. */
export interface PastLine {
  readonly icon: string;
  readonly title: string;
  /** « 24 fichiers, 12 Mo » */
  readonly detail: string;
  readonly url: string;
  /** The verb of the link, and the thing for screen readers: « Ouvrir les fichiers de CM1-CM2 ». */
  readonly action: string;
}
