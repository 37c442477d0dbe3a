// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { PicksView } from './picks.view.js';
import { Said } from './said.view.js';
import { TextView } from './text.view.js';
import type { WriteViewProps } from './write-view-props.js';

/** The parts for the pupil: a word, and the strong points that the teacher chooses. */
export function ChildView({ model: { childTitle, word, strengths }, t, number }: WriteViewProps): VNode {
  const { count, clash, problem } = strengths;
  const what = count === 0 ? t('bilan.strengthsNone') : t('bilan.strengthsSome', { count });
  return (
    <section class="v-card" aria-labelledby="child">
      <h2 id="child">{childTitle}</h2>
      <TextView text={word} limit={number(word.limit)} t={t} />
      <details class="livret-bridge-fold" open={clash !== undefined || problem !== undefined}>
        <summary>
          {t('bilan.strengths')}
          <Said words={what} />
        </summary>
        <PicksView picks={strengths} t={t} />
      </details>
    </section>
  );
}
