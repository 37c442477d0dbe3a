// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Said } from './said.view.js';
import { TextView } from './text.view.js';
import type { WriteViewProps } from './write-view-props.js';

/** The parcours: often one text for all pupils of the class. */
export function ParcoursView({ model: { parcours }, t, number }: WriteViewProps): VNode | null {
  if (parcours.length === 0) return null;
  return (
    <section class="v-card" aria-labelledby="parcours">
      <h2 id="parcours">{t('bilan.parcours')}</h2>
      <p class="v-soft">{t('bilan.parcoursLead')}</p>
      {parcours.map(({ code, label, text }) => (
        <details key={code} class="livret-bridge-fold" open={text.clash !== undefined || text.problem !== undefined}>
          <summary>
            {label}
            <Said words={t(text.value === '' ? 'bilan.parcoursNothing' : 'bilan.parcoursWritten')} />
          </summary>
          <TextView text={text} limit={number(text.limit)} t={t} />
          <div class="livret-bridge-for-class">
            <button
              class="btn btn-secondary"
              name="class"
              value={code}
              aria-label={t('bilan.forClassOf', { parcours: label })}
            >
              {t('bilan.forClass')}
            </button>
          </div>
        </details>
      ))}
    </section>
  );
}
