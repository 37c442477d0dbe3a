// SPDX-License-Identifier: EUPL-1.2
import type { BrickColour } from '../../../api/manifest.js';
import type { Figure } from '../../../ui/figures.js';
import type { Tick } from '../../../ui/ticks-field.js';

export type BrickState =
  /** `lastDay`: « dimanche 6 décembre », when nobody has the brick after it. */
  | { readonly kind: 'on'; readonly lastDay?: string | undefined }
  | { readonly kind: 'off' }
  /** Only rules that are still to come; « 4 janvier ». */
  | { readonly kind: 'later'; readonly day: string }
  /** The brick failed to start: it cannot be opened, on or off. */
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
  /** « À partir du lundi 7 décembre : seulement CM1 et CM2 », when it is on and will be for others. */
  readonly then?: string | undefined;
  /** This page, with this brick opened. */
  readonly url: string;
}

/** One of several rules, in words. */
export interface RuleLine {
  readonly id: string;
  /** « Équipe enseignante, toute l’école, depuis le 1er septembre » */
  readonly words: string;
  /** A class of it is no longer there; one sentence. */
  readonly gone?: string | undefined;
  readonly changeUrl: string;
  /** The form below is for it. */
  readonly current: boolean;
  /** The people who lose the brick when this rule alone is stopped; one sentence. */
  readonly ifStopped: string;
}

export type ChoiceErrors = Partial<Record<'profiles' | 'groups' | 'from' | 'until', string>>;

/** The effect of the choice in the form. */
export interface ChoiceEffect {
  /** « Qui l’aura le 1er décembre » */
  readonly title: string;
  /** « Garderont »: « 24 élèves, 27 parents, Claire Vuillemin et vous » */
  readonly change: readonly { readonly label: string; readonly people: string }[];
  /** Heads and staff who keep the brick whatever the groups of the choice. */
  readonly keeps: readonly { readonly who: string; readonly people: string }[];
  /** The number of people who lose the brick. */
  readonly losing: number;
  /** The sentence that what people have begun is kept out of sight; absent when nobody loses the brick or it has no data in the school. */
  readonly warning?: string | undefined;
  /** People by profile. Empty for a choice that reaches no person or is invalid. */
  readonly figures: readonly Figure[];
  readonly countedOnce?: string | undefined;
  /** « Vous ajoutez la classe CE2 de Nadia Chevassu. », or why no one is counted. */
  readonly sentence?: string | undefined;
  /** The reader loses the brick; one sentence. */
  readonly forYou?: string | undefined;
  readonly people?: { readonly label: string; readonly url: string } | undefined;
  /** The label of the filled button; absent when there is nothing to do. */
  readonly action?: string | undefined;
  /** Why the button cannot act yet; the button is shown all the same. */
  readonly why?: string | undefined;
  /** The address that drops the choice; absent without a change. */
  readonly cancelUrl?: string | undefined;
  /** A digest of the form that this effect was counted for: when the form differs on submit, it is shown again. */
  readonly shownDigest: string;
  /** The effect in one sentence, for screen readers. */
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
  /** Days, as in `2026-12-01`, or the text that was typed. */
  readonly start: 'now' | 'day';
  readonly from: string;
  readonly end: 'never' | 'day';
  readonly until: string;
  readonly errors: ChoiceErrors;
  /** A class of the rule is no longer there; one sentence. */
  readonly gone?: string | undefined;
  /** Whether the settings other than classes are shown at once. */
  readonly isMoreOpen: boolean;
  readonly effect: ChoiceEffect;
}

/** The one rule of a brick that is on, while nothing is being changed. */
export interface SchoolBrickState {
  /** « Pour »: « 1 classe : CM1-CM2, depuis le 24 novembre », « 24 élèves, 27 parents et Claire Vuillemin » */
  readonly lines: readonly { readonly label: string; readonly text: string; readonly detail?: string }[];
  /** This page with the form of the rule. */
  readonly changeUrl: string;
  /** This page with the form filled in for the whole school; absent when the rule is for it. */
  readonly wholeUrl?: string | undefined;
}

/** The rules that were on before a brick was switched off. */
export interface SwitchOnAgain {
  /** « CM1 et CM2 (élèves, parents) », a line for each rule. */
  readonly rules: readonly string[];
  /** The number of people that they reach. */
  readonly figure: Figure;
  readonly action: string;
}

/** The consequences of switching the brick off for its data. */
export interface SwitchOff {
  readonly open: boolean;
  /** The brick's own sentences; absent when it failed to give them. */
  readonly hangs?: readonly string[] | undefined;
  /** « Éteindre Fichiers pour 74 personnes » */
  readonly action: string;
}

/** One brick, with what a change would do. */
export interface SchoolBrickDetail {
  readonly brick: SchoolBrick;
  /** « Équipe enseignante, toute l’école, depuis le 1er septembre »: the one rule, when there is just one and the form changes it. */
  readonly now?: string | undefined;
  /** The one rule, when there is just one and no form. */
  readonly state?: SchoolBrickState | undefined;
  /** Whether the last change can be taken back. */
  readonly canUndo: boolean;
  /** Takes a POST with `on`, and with the choice. */
  readonly actionUrl: string;
  /** The version of the rules that this page shows. */
  readonly seen: string;
  /** Another head made a change first, or the choice changed since the page was shown: what happened, and what to do. */
  readonly warning?: string | undefined;
  /** When there are several. */
  readonly rules: readonly RuleLine[];
  /** The list of people who have the brick today; absent when a form counts them. */
  readonly peopleUrl?: string | undefined;
  /** For a brick that was on, and is off. */
  readonly again?: SwitchOnAgain | undefined;
  readonly form?: ChoiceForm | undefined;
  /** This page with a form for a new rule. */
  readonly addUrl?: string | undefined;
  /** Absent when it is off. */
  readonly off?: SwitchOff | undefined;
  /**
   * The time for which the brick keeps its data, in its own words: its jobs delete after that time also while it is off. Absent when it
   * keeps nothing about people.
   */
  readonly term?: string | undefined;
  /** Newest first, a sentence each. */
  readonly history: readonly string[];
  /** This page with the whole history, when it is not shown. */
  readonly historyUrl?: string | undefined;
}

/** `/admin/s/<UAI>/bricks`: the bricks that are on in one school, for which profiles and when. */
export interface SchoolBricksModel {
  readonly uai: string;
  readonly bricks: readonly SchoolBrick[];
  /** The brick with its card shown: the one of the address, else the first. Absent when no brick is installed. */
  readonly selected?: SchoolBrickDetail | undefined;
  /** The address names the brick; a phone then shows its card instead of the list. */
  readonly opened: boolean;
  /** This page without a brick opened. */
  readonly listUrl: string;
}
