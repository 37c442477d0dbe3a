// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { fieldAria, fieldId, FieldNotes, type FieldProps } from './field-notes.js';

/** @stable */
export interface SwitchFieldProps extends FieldProps {
  readonly checked?: boolean;
}

/** A switch. It takes effect when the form is submitted, and sends `true` when it is on. @stable */
export function SwitchField({ name, label, hint, error, id, checked = false }: SwitchFieldProps): VNode {
  const field = fieldId({ id, name });
  const aria = fieldAria(field, { hint, error });
  return (
    <div class="v-field">
      <div class="form-check form-switch">
        <input
          class="form-check-input"
          type="checkbox"
          role="switch"
          id={field}
          name={name}
          value="true"
          checked={checked}
          {...aria}
        />
        <label class="form-check-label" for={field}>
          {label}
        </label>
      </div>
      <FieldNotes id={field} hint={hint} error={error} />
    </div>
  );
}
