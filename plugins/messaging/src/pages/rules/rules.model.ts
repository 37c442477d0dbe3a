// SPDX-License-Identifier: EUPL-1.2
import type { Choice } from '@volee/core-adapter/ui';
import type { HoursForm } from '../shared/hours-fields.view.js';
import type { RuleLine } from '../../domain/policy/rule-lines.js';
import type { RulesPart } from './rules-parts.js';
import type { BoxHead } from '../shared/box-tabs.js';

export interface RulesModel extends BoxHead {
  readonly part: RulesPart;
  /** Whether the address is that of the list, which a phone shows alone. */
  readonly isList: boolean;
  readonly listUrl: string;
  readonly parts: readonly RulesRow[];
  readonly running: readonly RunningPause[];
  readonly reports: { readonly count: number; readonly url: string };
  readonly decided: string;
  readonly rows: readonly RuleRow[];
  readonly moderation: FactLine & { readonly icon: string };
  readonly rails: readonly string[];
  readonly quiet: readonly (FactLine & { readonly sentences: readonly string[] })[];
  readonly examples: readonly string[];
  readonly kept: FactLine;
  /** The form that the address opens. */
  readonly form: RuleForm | undefined;
  readonly pauseForm: PauseForm;
  readonly history: readonly HistoryLine[];
}

/** A row of the list of the three pages. */
interface RulesRow {
  readonly title: string;
  readonly detail: string;
  readonly icon: string;
  readonly url: string;
  readonly isCurrent: boolean;
}

/** Something that is decided, and the address of its form; without one where no school may change it. */
interface FactLine {
  readonly title: string;
  readonly text: string;
  readonly changeUrl: string | undefined;
}

export interface RunningPause {
  readonly id: string;
  readonly title: string;
  readonly until: string;
  readonly since: string;
  readonly reason: string;
  readonly points: readonly { readonly icon: string; readonly text: string }[];
  /** Undefined for a pause for all schools, which a head does not end. */
  readonly end: { readonly url: string; readonly label: string; readonly changeUrl: string } | undefined;
}

export interface RuleRow {
  readonly id: string;
  /** Undefined for a line that no school changes. */
  readonly line: RuleLine | undefined;
  readonly label: string;
  readonly cells: readonly RuleCell[];
  readonly changeUrl: string | undefined;
}

export interface RuleCell {
  readonly to: string;
  readonly text: string;
  readonly look: 'yes' | 'held' | 'reply' | 'no';
}

/** The form of one line, and what it would change. */
export interface RuleForm {
  readonly line: RuleLine;
  readonly title: string;
  readonly number: string;
  readonly selects: readonly RuleChoice[];
  readonly choice: RuleChoice | undefined;
  readonly hours: HoursForm | undefined;
  /** Undefined before the reader has asked what the form changes. */
  readonly effect: FormEffect | undefined;
  readonly postUrl: string;
  readonly pageUrl: string;
  /** A sentence above the form: a mistake, or that somebody else was first. */
  readonly notice: string | undefined;
}

/** One field of the form, as a list that opens or as radio buttons. */
export interface RuleChoice {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly error: string | undefined;
}

export interface FormEffect {
  readonly points: readonly { readonly icon: string; readonly text: string }[];
  /** Asks for a second look. */
  readonly warning: string | undefined;
  /** The changes that the reader saw, sent with the form. */
  readonly sure: string;
  readonly applyLabel: string | undefined;
}

export interface PauseForm {
  /** Whether another pause runs: the form is folded, and opened by its address. */
  readonly isFolded: boolean;
  readonly isOpen: boolean;
  readonly title: string;
  readonly picks: readonly Choice[];
  readonly ends: readonly Choice[];
  /** The effect of each pick: the one that is chosen is shown. */
  readonly effects: readonly { readonly pick: string; readonly text: string }[];
  /** The messages of these people that wait now. */
  readonly waiting: readonly { readonly pick: string; readonly text: string }[];
  readonly values: {
    readonly profile: string | undefined;
    readonly reason: string;
    readonly until: string;
    readonly untilDay: string;
    readonly untilTime: string;
  };
  readonly errors: { readonly profile?: string; readonly reason?: string; readonly untilDay?: string };
  readonly notice: string | undefined;
  /** The newest pause that the page showed. */
  readonly seen: string;
  readonly postUrl: string;
}

export interface HistoryLine {
  readonly key: string;
  readonly when: string;
  readonly changes: readonly string[];
}
