// SPDX-License-Identifier: EUPL-1.2
import type { Tick } from '@volee/core-adapter/ui';

/** The page on which the head of an école hands bilans over. */
export interface HandOverModel {
  readonly title: string;
  readonly lead: string;
  /** A sentence about a form that was not carried out. */
  readonly problem: string | undefined;
  /** Pupils with livrets that a collège refused: the head chooses another one, or offers them again. */
  readonly refused: { readonly title: string; readonly lines: readonly RefusedLine[] } | undefined;
  /** Whether the page was opened to change the collège of pupils, so that this form comes first. */
  readonly isChange: boolean;
  /** Pupils without a collège, or those of one collège that change it. */
  readonly choose: ChooseModel | undefined;
  readonly cards: readonly CollegeCard[];
  /** Pupils who go to a collège elsewhere. */
  readonly outside: { readonly names: string; readonly changeUrl: string } | undefined;
  /** Pupils without a level. */
  readonly unknown: ChooseModel | undefined;
  /** « La copie s’efface le … » */
  readonly ends: string;
  readonly url: string;
  readonly recallUrl: string;
}

/** A form that chooses one collège for several pupils. */
export interface ChooseModel {
  readonly id: string;
  readonly title: string;
  readonly ticks: readonly Tick[];
  readonly colleges: readonly { readonly value: string; readonly label: string }[];
  readonly college: string | undefined;
  readonly problems: { readonly pupil?: string; readonly to?: string };
}

export interface CollegeCard {
  readonly uai: string;
  readonly name: string;
  /** « 3 acceptés, 1 refusé » */
  readonly tag: string;
  readonly ready: ReadyPart | undefined;
  /** Bilans that were published since the offer, or again. */
  readonly again: SendPart | undefined;
  /** The pupils without a published bilan, so that nothing goes: « 2 élèves n’ont pas encore de bilan publié … » */
  readonly noBilan: { readonly text: string; readonly fold: string; readonly names: readonly string[] } | undefined;
  readonly lines: readonly SentLine[];
  readonly changeUrl: string;
}

/** A form that sends what was published since. */
export interface SendPart {
  readonly pupilIds: readonly string[];
  readonly text: string;
  readonly button: string;
}

/** The pupils that are ready, with the way to the page that offers their bilans. */
export interface ReadyPart {
  readonly url: string;
  readonly button: string;
  readonly facts: readonly { readonly icon: string; readonly text: string }[];
  readonly fold: string;
  readonly names: readonly string[];
}

/** A refused livret, which stands above everything else. */
export interface RefusedLine extends SentLine {
  /** The UAI of the collège. */
  readonly uai: string;
}

export interface SentLine {
  readonly pupilId: string;
  readonly name: string;
  readonly tag: { readonly kind: 'bad' | 'good' | 'warn'; readonly icon: string; readonly text: string } | undefined;
  readonly detail: string;
  readonly canRecall: boolean;
  /** The address at which the collège of this pupil is changed; undefined while their parcels are on the way. */
  readonly changeUrl: string | undefined;
  /** Whether the collège refused it and may be asked once more. */
  readonly canOfferAgain: boolean;
}
