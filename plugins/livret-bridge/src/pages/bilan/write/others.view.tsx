// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { MoreView } from './domain.view.js';
import { LineView } from './line.view.js';
import type { WriteViewProps } from './write-view-props.js';

/** The domains of one line each, and in folds their elements and appreciations. */
export function OthersView({ model, t, number }: WriteViewProps): VNode | null {
  const { others, scale } = model;
  if (others.length === 0) return null;
  return (
    <section class="v-card" aria-labelledby="others">
      <h2 id="others">{t('bilan.others')}</h2>
      {others.flatMap(({ lines }) => lines.map((line) => <LineView key={line.name} line={line} scale={scale} t={t} />))}
      <h3 class="livret-bridge-more">{t('bilan.moreTitle')}</h3>
      {others.map((domain) => (
        <MoreView key={domain.code} domain={domain} model={model} limit={number(domain.text.limit)} t={t} />
      ))}
    </section>
  );
}
