// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { fieldAria, fieldId, FieldNotes, type FieldProps } from './field-notes.js';

/** @stable */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
  /** The language of the label, when it is not the page's (WCAG 2.2, 3.1.2). */
  readonly language?: string;
}

/** @stable */
export interface ChoiceWithFields extends Choice {
  /** The fields of this choice alone, such as a day. A browser shows them while it is chosen, but sends them with any choice. */
  readonly fields?: ComponentChildren;
}

/** @stable */
export interface ChoiceFieldProps extends FieldProps {
  readonly choices: readonly ChoiceWithFields[];
  /** The value that is chosen. */
  readonly value?: string | undefined;
}

/** Radio buttons: one choice among a few, all of them visible. @stable */
export function ChoiceField({ name, label, hint, error, id, choices, value }: ChoiceFieldProps): VNode {
  const field = fieldId({ id, name });
  return (
    <fieldset class="v-field" id={field} role="radiogroup" {...fieldAria(field, { hint, error })}>
      <legend class="form-label">{label}</legend>
      <div class="v-choice-line">
        {choices.map((choice) => (
          <ChoiceBox key={choice.value} field={field} name={name} choice={choice} checked={choice.value === value} />
        ))}
      </div>
      <FieldNotes id={field} hint={hint} error={error} />
    </fieldset>
  );
}

interface ChoiceBoxProps {
  readonly field: string;
  readonly name: string;
  readonly choice: ChoiceWithFields;
  readonly checked: boolean;
}

function ChoiceBox({ field, name, choice, checked }: ChoiceBoxProps): VNode {
  const id = `${field}-${choice.value}`;
  return (
    <div class={`form-check v-choice${choice.fields === undefined ? '' : ' v-choice-wide'}`}>
      <input class="form-check-input" type="radio" id={id} name={name} value={choice.value} checked={checked} />
      <label class="form-check-label" for={id} lang={choice.language}>
        {choice.label}
        {choice.detail !== undefined && <span class="d-block v-soft v-small">{choice.detail}</span>}
      </label>
      {choice.fields !== undefined && <div class="v-choice-fields">{choice.fields}</div>}
    </div>
  );
}
