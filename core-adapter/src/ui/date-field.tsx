// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { fieldAria, fieldId, FieldNotes, type FieldProps } from './field-notes.js';

/** @stable */
export interface DateFieldProps extends FieldProps {
  /** `2026-12-01`, or an invalid text that was submitted and is shown again. */
  readonly value?: string | undefined;
  /** « (facultatif) »: stands after the label when the field may stay empty. */
  readonly aside?: string | undefined;
  readonly required?: boolean;
  /** The first and the last day that can be chosen: `2026-12-01`. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/**
 * A date without a time. Sends `2026-12-01`, or an empty value. The browser checks `required`, `min` and `max`; the schema of the route
 * checks them again.
 * @stable
 */
export function DateField({ name, label, aside, hint, error, id, value, required, min, max }: DateFieldProps): VNode {
  const field = fieldId({ id, name });
  const wiring = { class: 'form-control', id: field, name, value, required, ...fieldAria(field, { hint, error }) };
  return (
    <div class="v-field">
      <label class="form-label" for={field}>
        {label}
        {aside !== undefined && <span class="v-aside"> {aside}</span>}
      </label>
      {isDay(value) ? <input type="date" min={min} max={max} {...wiring} /> : <input type="text" {...wiring} />}
      <FieldNotes id={field} hint={hint} error={error} />
    </div>
  );
}

/** Whether a date field can show the value. An invalid date is shown in a text field, so that the user can correct it. */
function isDay(value = ''): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return value === '' || (!Number.isNaN(time) && new Date(time).toISOString().startsWith(`${value}T`));
}
