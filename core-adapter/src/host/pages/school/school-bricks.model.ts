// SPDX-License-Identifier: EUPL-1.2
import type { BrickColour } from '../../../api/manifest.js';
import type { Figure } from '../../../ui/figures.js';
import type { Tick } from '../../../ui/ticks-field.js';

export type BrickState =
  | { readonly kind: 'on' | 'off' }
  /** Only rules that are still to come; « 4 janvier ». */
  | { readonly kind: 'later'; readonly day: string }
  /** It did not start: nobody can open it, on or off. */
  | { readonly kind: 'failed' };

/** A brick as the head of a school sees it in the list. */
export interface SchoolBrick {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly icon: string;
  readonly colour: BrickColour;
  readonly state: BrickState;
  /** « 3 classes : CM1, CM1-CM2, CM2 »; absent when it is for nobody, now or later. */
  readonly forWhom?: string | undefined;
  /** This page, with this brick opened. */
  readonly url: string;
}

/** One of several rules, in words. */
export interface RuleLine {
  readonly id: string;
  /** « Enseignants, toute l’école, depuis le 1er septembre » */
  readonly words: string;
  /** A class of it is no longer there; one sentence. */
  readonly gone?: string | undefined;
  readonly changeUrl: string;
  /** The form below is for it. */
  readonly current: boolean;
  /** Whom it takes the brick from when this rule alone is stopped; one sentence. */
  readonly ifStopped: string;
}

export type ChoiceErrors = Partial<Record<'profiles' | 'groups' | 'from' | 'until', string>>;

/** What the choice in the form would do. */
export interface ChoiceEffect {
  /** « Qui l’aura le 1er décembre » */
  readonly title: string;
  /** Persons by profile. Empty: nobody, or a choice that cannot be. */
  readonly figures: readonly Figure[];
  /** Why the figures add up to more than the persons; absent when they do not. */
  readonly countedOnce?: string | undefined;
  /** « Vous ajoutez la classe CE2 de Nadia Chevassu. », or why nothing is counted. */
  readonly sentence?: string | undefined;
  /** What a choice of classes does to heads and staff who are ticked, and how they get the brick all the same. */
  readonly leftOut?: string | undefined;
  readonly people?: { readonly label: string; readonly url: string } | undefined;
  /** What the filled button says; absent when there is nothing to do. */
  readonly action?: string | undefined;
  /** Why the button cannot act yet; it is then shown all the same. */
  readonly why?: string | undefined;
  /** Where nothing is changed; absent when nothing would be. */
  readonly cancelUrl?: string | undefined;
  /** The form comes back when what it then says is not what this effect was told of. */
  readonly told: string;
  /** The whole in one sentence, to be read out. */
  readonly said: string;
}

export interface ChoiceForm {
  readonly title?: string | undefined;
  /** The id of the rule that is changed, or `new`. */
  readonly rule: string;
  readonly profiles: readonly Tick[];
  readonly where: 'school' | 'groups';
  readonly classes: readonly Tick[];
  readonly otherGroups: readonly Tick[];
  /** Days, as in `2026-12-01`, or whatever was typed. */
  readonly from: string;
  readonly until: string;
  readonly errors: ChoiceErrors;
  /** A class of the rule is no longer there; one sentence. */
  readonly gone?: string | undefined;
  readonly effect: ChoiceEffect;
}

/** The rules that were on before a brick was switched off. */
export interface SwitchOnAgain {
  /** « CM1 et CM2 (élèves, parents) », a line for each rule. */
  readonly rules: readonly string[];
  /** How many persons they reach. */
  readonly figure: Figure;
  readonly action: string;
}

/** What happens to what is there when the brick is switched off. */
export interface SwitchOff {
  readonly open: boolean;
  /** In the brick's own sentences; absent when it could not tell. */
  readonly hangs?: readonly string[] | undefined;
}

/** One brick, with what a change would do. */
export interface SchoolBrickDetail {
  readonly brick: SchoolBrick;
  /** « Enseignants, toute l’école, depuis le 1er septembre »: the one rule, when there is just one. */
  readonly now?: string | undefined;
  /** Takes a POST with `on`, and with the choice. */
  readonly actionUrl: string;
  /** The version of the rules that this page shows. */
  readonly seen: string;
  /** Somebody was faster, or the choice changed under the button: what, and what to do. */
  readonly warning?: string | undefined;
  /** When there are several. */
  readonly rules: readonly RuleLine[];
  /** Who has it today, when no form counts them. */
  readonly peopleUrl?: string | undefined;
  /** Of a brick that was on, and is off. */
  readonly again?: SwitchOnAgain | undefined;
  readonly form?: ChoiceForm | undefined;
  /** This page with a form for one rule more. */
  readonly addUrl?: string | undefined;
  /** Absent when it is off. */
  readonly off?: SwitchOff | undefined;
  /** Newest first, a sentence each. */
  readonly history: readonly string[];
  /** This page with all of it, when that is not all. */
  readonly historyUrl?: string | undefined;
}

/** `/admin/s/<UAI>/bricks`: what is on in one school, for whom and when. */
export interface SchoolBricksModel {
  readonly bricks: readonly SchoolBrick[];
  /** The one whose card is shown: the one of the address, else the first. Absent when no brick is installed. */
  readonly selected?: SchoolBrickDetail | undefined;
  /** The address names the brick; a phone then shows its card instead of the list. */
  readonly opened: boolean;
  /** This page without a brick opened. */
  readonly listUrl: string;
}
