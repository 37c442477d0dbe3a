// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Choice } from './choice-field.js';
import { fieldAria, fieldId, FieldNotes, type FieldProps } from './field-notes.js';

/** @stable */
export interface SelectFieldProps extends FieldProps {
  readonly choices: readonly Pick<Choice, 'value' | 'label'>[];
  /** The value that is chosen; the first choice when it is none of them. */
  readonly value?: string | undefined;
  /** « Choisir… »: the label of an empty choice that stands before the others. */
  readonly none?: string | undefined;
  /** Something must be chosen: with `none`, the browser does not send the empty choice. */
  readonly required?: boolean;
}

/** One among many, in a list that opens. For up to six choices `ChoiceField` shows them all. @stable */
export function SelectField({ name, label, hint, error, id, choices, value, none, required }: SelectFieldProps): VNode {
  const field = fieldId({ id, name });
  return (
    <div class="v-field">
      <label class="form-label" for={field}>
        {label}
      </label>
      <select class="form-select" id={field} name={name} required={required} {...fieldAria(field, { hint, error })}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
      <FieldNotes id={field} hint={hint} error={error} />
    </div>
  );
}
