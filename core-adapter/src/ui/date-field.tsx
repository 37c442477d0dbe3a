// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { fieldAria, fieldId, FieldNotes, type FieldProps } from './field-notes.js';

export interface DateFieldProps extends FieldProps {
  /** `2026-12-01`; what was typed instead comes back as it was. */
  readonly value?: string | undefined;
  /** « (facultatif) »: stands after the label when the field may stay empty. */
  readonly aside?: string | undefined;
}

/** A day, without an hour. Sends `2026-12-01`, or nothing. */
export function DateField({ name, label, aside, hint, error, id, value }: DateFieldProps): VNode {
  const field = fieldId({ id, name });
  const wiring = { class: 'form-control', id: field, name, value, ...fieldAria(field, { hint, error }) };
  return (
    <div class="v-field">
      <label class="form-label" for={field}>
        {label}
        {aside !== undefined && <span class="v-aside"> {aside}</span>}
      </label>
      {isDay(value) ? <input type="date" {...wiring} /> : <input type="text" {...wiring} />}
      <FieldNotes id={field} hint={hint} error={error} />
    </div>
  );
}

/** What is no day would not show in a field for days: it comes back in one for text, to be mended. */
function isDay(value = ''): boolean {
  const time = Date.parse(`${value}T00:00:00Z`);
  return value === '' || (!Number.isNaN(time) && new Date(time).toISOString().startsWith(`${value}T`));
}
