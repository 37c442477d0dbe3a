// SPDX-License-Identifier: EUPL-1.2
import type { Crumb, Figure, FileKind, Tick } from '@volee/core-adapter/ui';
import type { WorkFields } from '../../domain/works/work.input.js';
import type { WorkFolder } from '../../domain/works/work-folders.js';
import type { WorkProblems } from '../../domain/works/work-plan.js';

/** The model of the page that hands out a work or changes one. */
export interface WorkFormModel {
  readonly title: string;
  /** « Pour la classe de CM1-CM2 »: a teacher of several classes has this form for each. */
  readonly lead: string;
  readonly crumbs: readonly Crumb[];
  readonly url: string;
  /** The fields as they were typed, or as the work has them. */
  readonly fields: WorkFields;
  readonly problems: WorkProblems;
  /** The first day that the work can be due: `2026-12-01`. */
  readonly dueFrom: string;
  /** Why nothing was kept, above all fields. */
  readonly refusal: string | undefined;
  readonly audiences: readonly AudienceChoice[];
  readonly pupils: readonly Tick[];
  /** Names picked pupils who are not in the class at the moment, and keep the work. */
  readonly absent: string | undefined;
  readonly files: readonly GivenFiles[];
  /** The size of a file at most, and the sentence that says so. */
  readonly most: { readonly bytes: number; readonly words: string };
  readonly effect: WorkEffect;
  /** Whether pupils have it already, or will on its day: the form then changes it. */
  readonly isHandedOut: boolean;
  /** Whether it is stored, as a draft or handed out. */
  readonly isKept: boolean;
  /** « Gardé en brouillon à 18 h 40. Les élèves ne le voient pas encore. » */
  readonly kept: string | undefined;
}

/** One answer to « Pour qui ». */
export interface AudienceChoice {
  /** The value of the field `for`. */
  readonly value: string;
  readonly label: string;
  readonly detail: string;
}

/** The files of one use, with what a page says of them. */
export interface GivenFiles {
  readonly use: WorkFolder;
  readonly lines: readonly GivenFile[];
  /** The files that were removed after pupils had seen them. */
  readonly removed: readonly GivenFile[];
}

export interface GivenFile extends FileKind {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

/** The effect of handing out, said before the click. */
export interface WorkEffect {
  /** « Lundi 30 novembre », « Tout de suite » */
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly points: readonly EffectPoint[];
  /** « Donner aux 11 CM1 lundi 30 » */
  readonly button: string;
}

export interface EffectPoint {
  readonly icon: string;
  readonly text: string;
}
