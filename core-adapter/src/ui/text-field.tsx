// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { fieldAria, fieldId, FieldNotes, type FieldProps } from './field-notes.js';

/** @stable */
export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  /** The number of lines; turns the field into a text area. */
  readonly rows?: number;
  readonly required?: boolean;
  readonly maxLength?: number;
  /** The text can be copied but not changed. */
  readonly readOnly?: boolean;
}

/** A text field of one line or, with `rows`, of several. @stable */
export function TextField({ name, label, hint, error, id, rows, ...rest }: TextFieldProps): VNode {
  const field = fieldId({ id, name });
  const wiring = { class: 'form-control', id: field, name, ...rest, ...fieldAria(field, { hint, error }) };
  return (
    <div class="v-field">
      <label class="form-label" for={field}>
        {label}
      </label>
      {rows === undefined ? <input type="text" {...wiring} /> : <textarea rows={rows} {...wiring} />}
      <FieldNotes id={field} hint={hint} error={error} />
    </div>
  );
}
