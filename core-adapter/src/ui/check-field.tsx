// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { fieldAria, fieldId, FieldNotes, type FieldProps } from './field-notes.js';

/** @stable */
export interface CheckFieldProps extends FieldProps {
  readonly checked?: boolean;
  /** The value sent when the box is ticked. */
  readonly value?: string;
  readonly required?: boolean;
}

/** One checkbox. Clicking the label ticks the box. @stable */
export function CheckField({ name, label, hint, error, id, value = 'true', ...rest }: CheckFieldProps): VNode {
  const field = fieldId({ id, name });
  const aria = fieldAria(field, { hint, error });
  return (
    <div class="v-field">
      <div class="form-check">
        <input class="form-check-input" type="checkbox" id={field} name={name} value={value} {...rest} {...aria} />
        <label class="form-check-label" for={field}>
          {label}
        </label>
      </div>
      <FieldNotes id={field} hint={hint} error={error} />
    </div>
  );
}
