// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { ParcoursModel } from './write.model.js';
import { TextView } from './text.view.js';
import type { WriteViewProps } from './write-view-props.js';

interface ParcoursViewProps extends Pick<WriteViewProps, 't' | 'number'> {
  readonly parcours: readonly ParcoursModel[];
}

/** The parcours: often one text for all pupils of the class. */
export function ParcoursView({ parcours, t, number }: ParcoursViewProps): VNode {
  return (
    <>
      <p class="v-soft">{t('bilan.parcoursLead')}</p>
      <div class="livret-bridge-parcours">
        {parcours.map(({ code, label, text }) => (
          <div key={code}>
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
          </div>
        ))}
      </div>
    </>
  );
}
