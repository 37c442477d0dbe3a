// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../../brick-types.js';
import type { PicksModel } from './write.model.js';
import { ClashView } from './clash.view.js';
import { Was } from './was.view.js';

interface PicksViewProps {
  readonly picks: PicksModel;
  /** Whether the legend is the title above the ticks; otherwise it is a hint below a title. */
  readonly isTitled?: boolean;
  readonly t: LivretTexts;
}

/** Several choices of one cell, one press each. */
export function PicksView({ picks: cell, isTitled = false, t }: PicksViewProps): VNode {
  const { name, id, legend, picks, problem, clash } = cell;
  if (clash) {
    return (
      <div data-cell={name} data-stored={cell.stored}>
        <Was cell={cell} />
        <ClashView cell={cell} clash={clash} t={t} />
      </div>
    );
  }
  return (
    <fieldset
      id={id}
      data-cell={name}
      data-stored={cell.stored}
      tabIndex={-1}
      aria-describedby={problem === undefined ? undefined : `${id}-error`}
    >
      <Was cell={cell} />
      <legend class={isTitled ? 'form-label' : 'form-text'}>{legend}</legend>
      <ul class="v-list livret-bridge-picks">
        {picks.map(({ value, label, checked }) => (
          <li key={value}>
            <label class="form-check">
              <input class="form-check-input" type="checkbox" name={name} value={value} checked={checked} />
              <span class="form-check-label">{label}</span>
            </label>
          </li>
        ))}
      </ul>
      {problem !== undefined && (
        <p class="v-field-error" id={`${id}-error`}>
          <Icon name="exclamation-circle-fill" />
          {problem}
        </p>
      )}
    </fieldset>
  );
}
