// SPDX-License-Identifier: EUPL-1.2
import type { ReadingsModel } from '../readings.view.js';
import type { LeavingModel } from './leaving.view.js';

/** The board of a school in one period. */
export interface BoardModel {
  readonly lead: string;
  readonly period: number;
  readonly periods: readonly { readonly label: string; readonly url: string; readonly isCurrent: boolean }[];
  /** The instant of the page, as the visa sends it back. */
  readonly shown: string;
  readonly lines: readonly BoardLine[];
  /** The sentences about teachers and families after a visa. */
  readonly after: string;
  /** Whether a class has a signed or endorsed bilan that its teachers could correct. */
  readonly canSendBack: boolean;
  readonly waiting: { readonly classes: number; readonly bilans: number };
  readonly urls: Readonly<Record<'visa' | 'sendBack' | 'publish' | 'choose' | 'periods', string>>;
  readonly school: SchoolProgress;
  /** Undefined while there is no bilan of the period. */
  readonly publish: PublishModel | undefined;
  /** Whether no class has a bilan of the period. */
  readonly isUnopened: boolean;
  readonly openLabel: string;
  /** The note, in August, about bilans that were signed last year and that nobody published. */
  readonly late: { readonly text: string; readonly url: string } | undefined;
  /** The withdrawn bilans of pupils who left; undefined when there are none. */
  readonly left: LeftModel | undefined;
  /** The sentence that bilans are read without the names of their lines, and that the administrator of the platform can help. */
  readonly unnamed: string | undefined;
}

export interface LeftModel {
  readonly title: string;
  readonly detail: string;
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

export interface BoardLine {
  readonly id: string;
  readonly name: string;
  /** The teachers of the class, or a sentence about the pupils who left. */
  readonly teachers: string;
  /** The object of « Lire », for screen readers. */
  readonly readOf: string;
  /** The bricks that are laid, of five. */
  readonly at: number;
  readonly words: string;
  readonly detail: string;
  /** The signed bilans that the tick stands for; 0: no tick. */
  readonly signed: number;
  /** The page of the line; undefined while it has no bilan. */
  readonly url: string | undefined;
}

export interface SchoolProgress {
  readonly title: string;
  readonly done: number;
  readonly total: number;
  readonly details: readonly string[];
  /** The readings of families, with a link to each class that has unread bilans; undefined while nothing is published. */
  readonly readings: ReadingsModel | undefined;
}

export interface PublishModel {
  /** « Prévu le 11 décembre à 18 h. », that it waits, or that it has happened. */
  readonly state: string | undefined;
  /** Whether nothing is offered any more, since the publication has begun: later visas follow ten minutes after. */
  readonly isOver: boolean;
  readonly leaving: LeavingModel | undefined;
  readonly points: { readonly endorsed: string; readonly families: string | undefined };
}
