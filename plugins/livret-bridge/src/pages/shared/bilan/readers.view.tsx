// SPDX-License-Identifier: EUPL-1.2
import { FactList, Point } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../../brick-types.js';

// SPDX-License-Identifier: EUPL-1.2

/** The people who read a bilan, and those that may. */
export interface ReadersModel {
  readonly readers: readonly ReaderLine[];
  /** Sentences: « Claire Vuillet et Mathieu Grosjean, à l’école. Personne d’autre. » */
  readonly others: readonly string[];
}

export interface ReaderLine {
  readonly name: string;
  /** « vous le lisez en ce moment », « 12 décembre, a confirmé » */
  readonly detail: string;
  readonly isDone: boolean;
}

/** The people who read the bilan, and those that may. */
export function ReadersView({ model: { readers, others }, t }: ViewProps<ReadersModel>): VNode {
  return (
    <section class="v-well livret-bridge-readers" aria-labelledby="bilan-readers">
      <h2 class="h3" id="bilan-readers">
        {t('readers.title')}
      </h2>
      {readers.length === 0 && <p>{t('readers.none')}</p>}
      {readers.length > 0 && (
        <FactList>
          {readers.map(({ name, detail, isDone }) => (
            <Point key={`${name} ${detail}`} icon={isDone ? 'check-lg' : 'circle'}>
              <strong>{name}</strong>
              <span class="livret-bridge-when">{detail}</span>
            </Point>
          ))}
        </FactList>
      )}
      {others.length > 0 && (
        <>
          <h3>{t('readers.others')}</h3>
          {others.map((line) => (
            <p key={line} class="v-small">
              {line}
            </p>
          ))}
        </>
      )}
    </section>
  );
}
