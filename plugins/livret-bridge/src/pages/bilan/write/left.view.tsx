// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../../brick-types.js';
import type { LeftModel, WriteModel } from './write.model.js';

/** Links to what is left; the script of the page shows and hides them while somebody fills in. */
export function LeftView({ model, t }: ViewProps<WriteModel>): VNode {
  const { left, clashes, scale } = model;
  const isDone = clashes.length === 0 && left.every(({ count }) => count === 0);
  return (
    <section class="v-card" aria-labelledby="left">
      <h2 class="h3" id="left">
        {t('bilan.leftTitle')}
      </h2>
      <p data-left-none hidden={!isDone} class="livret-bridge-done">
        <Icon name="check-circle-fill" />
        {t('bilan.leftNone')}
      </p>
      <ul class="v-list">
        {clashes.map(({ id, label }) => (
          <li key={id}>
            <a class="v-link" href={`#${id}`}>
              <Icon name="people-fill" />
              {label}
            </a>
          </li>
        ))}
        {left.map((one) => (
          <LeftLink key={one.cells[0]} left={one} t={t} />
        ))}
      </ul>
      <details class="livret-bridge-fold">
        <summary>{t('bilan.scale')}</summary>
        <ul class="v-list livret-bridge-scale">
          {scale.map(({ value, label }) => (
            <li key={value}>
              <span data-v={value}>{value}</span> {label}
            </li>
          ))}
        </ul>
        <p class="v-soft v-small">{t('bilan.pressAgain')}</p>
      </details>
    </section>
  );
}

function LeftLink({
  left: { cells, id, label, count },
  t,
}: {
  readonly left: LeftModel;
  readonly t: LivretTexts;
}): VNode {
  const isText = cells[0] === 'general';
  const words = t(isText ? 'bilan.leftGeneral' : cells.length > 1 ? 'bilan.leftLines' : 'bilan.leftLine', {
    domain: label,
    count: '#',
  });
  const [before = '', after] = words.split('#');
  return (
    <li hidden={count === 0} data-left={cells.join(' ')}>
      <a class="v-link" href={`#${id}`}>
        <Icon name="pen-fill" />
        <span>
          {before}
          {after !== undefined && <span data-left-number>{count}</span>}
          {after}
        </span>
      </a>
    </li>
  );
}
