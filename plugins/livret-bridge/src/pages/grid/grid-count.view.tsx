// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import type { GridModel } from './grid.model.js';

interface GridCountProps {
  readonly model: Pick<GridModel, 'filled' | 'total' | 'missingCells' | 'missingWords'>;
  readonly t: LivretTexts;
}

/** The cells that are filled in and missing; the script counts on from there, with the words that it finds here. */
export function GridCount({ model, t }: GridCountProps): VNode {
  const { filled, total, missingCells, missingWords } = model;
  const missing = [
    ...(missingCells > 0 ? [t('grid.cells', { count: missingCells })] : []),
    ...(missingWords > 0 ? [t('grid.words', { count: missingWords })] : []),
  ];
  const words = {
    'data-filled': t('grid.filled', { filled: '{filled}', total }),
    'data-missing': t('grid.missing', { what: '{what}' }),
    'data-nothing': t('grid.nothingMissing'),
    'data-and': t('grid.and'),
    'data-cells-one': t('grid.cells', { count: 1 }),
    'data-cells': t('grid.cells', { count: 2 }),
    'data-words-one': t('grid.words', { count: 1 }),
    'data-words': t('grid.words', { count: 2 }),
    'data-without-word': String(missingWords),
  };
  return (
    <div class="livret-bridge-count" {...words}>
      <div>
        <strong>{t('grid.filled', { filled, total })}</strong>{' '}
        <span class="v-soft">
          {missing.length === 0 ? t('grid.nothingMissing') : t('grid.missing', { what: missing.join(t('grid.and')) })}
        </span>
      </div>
      <progress value={filled} max={Math.max(1, total)} aria-label={t('grid.progress')} />
    </div>
  );
}
