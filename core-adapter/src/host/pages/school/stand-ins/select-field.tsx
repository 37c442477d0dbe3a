// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Choice } from '../../../../ui/index.js';
import { fieldAria, fieldId, FieldNotes, type FieldProps } from '../../../../ui/field-notes.js';

interface SelectFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  /** The value that is chosen; the first choice, `none`, when it is none of them. */
  readonly value: string;
  /** The label of the empty choice: « Choisir… ». */
  readonly none: string;
}

/** One among many, in a list that opens, beginning with no choice. */
export function SelectField({ name, label, hint, error, id, choices, value, none }: SelectFieldProps): VNode {
  const field = fieldId({ id, name });
  return (
    <div class="v-field">
      <label class="form-label" for={field}>
        {label}
      </label>
      <select class="form-select" id={field} name={name} {...fieldAria(field, { hint, error })}>
        <option value="">{none}</option>
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
