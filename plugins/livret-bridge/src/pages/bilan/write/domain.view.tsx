// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { LineView } from './line.view.js';
import { PicksView } from './picks.view.js';
import { TextView } from './text.view.js';
import type { WriteViewProps } from './write-view-props.js';
import type { DomainModel } from './write.model.js';

interface DomainViewProps extends WriteViewProps {
  readonly domain: DomainModel;
}

/** The id of the hint for new elements. */
const HINT = 'new-hint';

/** The lines of a domain, and beside them its appreciation and the elements that were worked on. */
export function DomainView({ domain, model, t, number }: DomainViewProps): VNode {
  const { code, title, lines, elements, text, newElement } = domain;
  const id = `new-${code}`;
  return (
    <div class="livret-bridge-linestext">
      <div class="livret-bridge-rows">
        {lines.map((line) => (
          <LineView key={line.name} line={line} scale={model.scale} t={t} />
        ))}
      </div>
      <div>
        <TextView text={text} limit={number(text.limit)} hasBank t={t} />
        <div class="livret-bridge-elements">
          <PicksView picks={elements} isTitled t={t} />
          <div class="livret-bridge-new">
            <label class="visually-hidden" for={id}>
              {t('bilan.newElement')}
            </label>
            <div>
              <input
                class="form-control"
                id={id}
                name={`new:${code}`}
                value={newElement}
                placeholder={t('bilan.newElement')}
                aria-describedby={HINT}
              />
              <button class="btn btn-secondary" name="do" value="add" aria-label={t('bilan.addTo', { domain: title })}>
                {t('bilan.add')}
              </button>
            </div>
            <p class="form-text" id={HINT}>
              {model.newElementHint}
            </p>
          </div>
        </div>
      </div>
    </div>
  );
}
