// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';

/** « Tout cocher », for two pupils or more. It stands hidden until `count-ticks.js` runs: it can do nothing without. */
export function TickAll({ of, t }: { readonly of: readonly unknown[]; readonly t: LivretTexts }): VNode | null {
  if (of.length < 2) return null;
  return (
    <button class="btn btn-quiet" type="button" data-tick-all={t('ticks.all')} data-tick-none={t('ticks.none')} hidden>
      {t('ticks.all')}
    </button>
  );
}
