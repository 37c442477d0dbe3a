// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Choice } from '../../../../ui/index.js';

interface PlatformSelectProps {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** The value that is chosen; the first choice when it is none of them. */
  readonly value: string;
}

/** One among many, in a list that opens. */
export function PlatformSelect({ name, label, choices, value }: PlatformSelectProps): VNode {
  const id = `field-${name}`;
  return (
    <div class="v-field">
      <label class="form-label" for={id}>
        {label}
      </label>
      <select class="form-select" id={id} name={name}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
