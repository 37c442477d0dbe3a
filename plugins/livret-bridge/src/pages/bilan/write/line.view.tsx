// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { LivretTexts } from '../../../brick-types.js';
import type { LineModel, WriteModel } from './write.model.js';
import { ClashView } from './clash.view.js';
import { MissingTag } from './templates.view.js';
import { Was } from './was.view.js';

interface LineViewProps {
  readonly line: LineModel;
  readonly scale: WriteModel['scale'];
  readonly t: LivretTexts;
}

/** A line of a bilan with its five bricks to press. */
export function LineView({ line, scale, t }: LineViewProps): VNode {
  const { name, id, label, value, isMissing, isOff, clash } = line;
  return (
    <div class="livret-bridge-line" data-cell={name} data-stored={line.stored}>
      <span class="livret-bridge-line-name" id={`${id}-name`}>
        {label}
        <span data-missing={isOff ? 'off' : ''}>{isMissing && <MissingTag t={t} />}</span>
        <span data-kept />
      </span>
      <Was cell={line} />
      {clash ? (
        <ClashView cell={line} clash={clash} t={t} />
      ) : (
        <div class="livret-bridge-pos" id={id} role="radiogroup" aria-labelledby={`${id}-name`} tabIndex={-1}>
          {scale.map((step) => (
            <label key={step.value}>
              <input
                type="radio"
                name={name}
                value={step.value}
                aria-label={`${step.value}, ${step.label}`}
                checked={step.value === value}
              />
              <span data-v={step.value} aria-hidden="true">
                {step.value}
              </span>
            </label>
          ))}
          {/* The script removes it. In a noscript element, it would be missing where a filter blocks the script. */}
          <label class="livret-bridge-none" data-without-script>
            <input type="radio" name={name} value="" checked={value === ''} />
            <span>{t('bilan.empty')}</span>
          </label>
        </div>
      )}
    </div>
  );
}
