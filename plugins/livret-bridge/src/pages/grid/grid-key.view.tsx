// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import type { GridModel } from './grid.model.js';

interface GridKeyProps {
  readonly scale: GridModel['scale'];
  readonly t: LivretTexts;
}

/** The scale, and the keys that write in the grid. */
export function GridKey({ scale, t }: GridKeyProps): VNode {
  return (
    <div class="livret-bridge-key">
      <ul class="livret-bridge-scale" aria-label={t('grid.scale')}>
        {[...scale, { value: '', label: t('grid.toFill') }].map(({ value, label }) => (
          <li key={value}>
            <span data-v={value} aria-hidden="true">
              {value}
            </span>
            {label}
          </li>
        ))}
      </ul>
      <p class="livret-bridge-keys">
        <span>{t('grid.keyboard')}</span>
        <span>
          <kbd>1</kbd> {t('grid.keys.to')} <kbd>4</kbd> {t('grid.keys.put')}
        </span>
        <span>
          <kbd>N</kbd> {t('grid.keys.or')} <kbd>0</kbd> {t('grid.keys.notAssessed')}
        </span>
        <span>
          <kbd>←</kbd> <kbd>↑</kbd> <kbd>↓</kbd> <kbd>→</kbd> {t('grid.keys.move')}
        </span>
        <span>
          <kbd>Ctrl</kbd> <kbd>Z</kbd> {t('grid.keys.undo')}
        </span>
      </p>
    </div>
  );
}
