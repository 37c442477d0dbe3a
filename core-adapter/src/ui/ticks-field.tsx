// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { fieldAria, fieldId, FieldNotes, type FieldProps } from './field-notes.js';

/** @stable */
export interface Tick {
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly checked: boolean;
}

/** @stable */
export interface TicksFieldProps extends FieldProps {
  readonly ticks: readonly Tick[];
  /** Shows each checkbox in a tile, as many side by side as fit. */
  readonly tiles?: boolean;
}

/**
 * Checkboxes: several choices among a few, all of them visible. Sends one value for each ticked box: in the `body` of the route a list of
 * strings, for one box a string, and for none nothing.
 * @example
 * `z.union([z.array(z.uuid()), z.uuid().transform((one) => [one])]).optional().transform((all) => all ?? [])`
 * @stable
 */
export function TicksField({ name, label, hint, error, id, ticks, tiles = false }: TicksFieldProps): VNode {
  const field = fieldId({ id, name });
  return (
    <fieldset class="v-field" id={field} {...fieldAria(field, { hint, error })}>
      <legend class="form-label">{label}</legend>
      <ul class={tiles ? 'v-list v-choices' : 'v-list'}>
        {ticks.map((tick) => (
          <TickBox key={tick.value} id={`${field}-${tick.value}`} name={name} tick={tick} tile={tiles} />
        ))}
      </ul>
      <FieldNotes id={field} hint={hint} error={error} />
    </fieldset>
  );
}

interface TickBoxProps {
  readonly id: string;
  readonly name: string;
  readonly tick: Tick;
  readonly tile: boolean;
}

function TickBox({ id, name, tick: { value, label, detail, checked }, tile }: TickBoxProps): VNode {
  return (
    <li class={tile ? 'form-check v-choice' : 'form-check'}>
      <input class="form-check-input" type="checkbox" id={id} name={name} value={value} checked={checked} />
      <label class="form-check-label" for={id}>
        {tile ? <strong>{label}</strong> : label}
        {detail !== undefined && <span class="d-block v-soft v-small">{detail}</span>}
      </label>
    </li>
  );
}
