// SPDX-License-Identifier: EUPL-1.2
import type { Tick } from '@volee/core-adapter/ui';

/** The page on which the head of an école hands bilans over. */
export interface HandOverModel {
  readonly title: string;
  readonly lead: string;
  /** A sentence about a form that was not carried out. */
  readonly problem: string | undefined;
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
  /** « 2 élèves n’ont pas encore de bilan publié … » */
  readonly noBilan: string | undefined;
  readonly lines: readonly SentLine[];
  readonly changeUrl: string;
}

/** A form that offers what is ready. */
export interface SendPart {
  readonly pupilIds: readonly string[];
  readonly text: string | undefined;
  readonly button: string;
}

export interface ReadyPart extends SendPart {
  readonly facts: readonly { readonly icon: string; readonly text: string }[];
  readonly fold: string;
  readonly names: readonly string[];
}

export interface SentLine {
  readonly pupilId: string;
  readonly name: string;
  readonly tag: { readonly kind: 'bad' | 'good' | 'warn'; readonly icon: string; readonly text: string } | undefined;
  readonly detail: string;
  readonly canRecall: boolean;
  /** The address at which the collège of this pupil is changed; undefined while their parcels are on the way. */
  readonly changeUrl: string | undefined;
}
