// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import type { GridModel } from './grid.model.js';

interface LifeStepsProps {
  readonly states: GridModel['states'];
  readonly t: LivretTexts;
}

/** From draft to published. The class is where its last bilan is; bilans further on are counted at their step. */
export function LifeSteps({ states, t }: LifeStepsProps): VNode {
  const at = states.find(({ count }) => count > 0)?.state ?? 'draft';
  const isMixed = states.filter(({ count }) => count > 0).length > 1;
  return (
    <ol class="livret-bridge-steps" aria-label={t('grid.steps')}>
      {states.map(({ state, count }) => {
        const words = t(`grid.state.${state}`);
        return (
          <li key={state} aria-current={state === at ? 'step' : undefined}>
            {state === at && <Icon name="pencil-fill" />}
            {isMixed && count > 0 ? t('grid.stateCount', { state: words, count }) : words}
          </li>
        );
      })}
    </ol>
  );
}
