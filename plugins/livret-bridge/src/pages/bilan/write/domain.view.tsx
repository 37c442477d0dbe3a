// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { LivretTexts } from '../../../brick-types.js';
import type { DomainModel, WriteModel } from './write.model.js';
import { LineView } from './line.view.js';
import { PicksView } from './picks.view.js';
import { Said } from './said.view.js';
import { TextView } from './text.view.js';

export interface DomainViewProps {
  readonly domain: DomainModel;
  readonly model: Pick<WriteModel, 'scale' | 'newElementHint' | 'cards' | 'others'>;
  readonly limit: string;
  readonly t: LivretTexts;
}

/** A domain with several lines: its positions, its elements and its appreciation. */
export function DomainView({ domain, model, limit, t }: DomainViewProps): VNode {
  const { code, title, lines, elements, text } = domain;
  const isOpen = elements.count > 0 || elements.clash !== undefined || elements.problem !== undefined;
  const { count } = elements;
  return (
    <section class="v-card" aria-labelledby={`domain-${code}`}>
      <h2 id={`domain-${code}`}>{title}</h2>
      {lines.map((line) => (
        <LineView key={line.name} line={line} scale={model.scale} t={t} />
      ))}
      <details class="livret-bridge-fold" open={isOpen}>
        <summary>
          {t('bilan.elements')}
          <Said words={count === 0 ? t('bilan.none') : String(count)} />
        </summary>
        <ElementsView domain={domain} model={model} t={t} />
      </details>
      <TextView text={text} limit={limit} t={t} />
    </section>
  );
}

/** The elements and the text of a domain of one line, in a fold below the lines. */
export function MoreView({ domain, model, limit, t }: DomainViewProps): VNode {
  const { title, elements, text } = domain;
  const said = [
    ...(elements.count > 0 ? [t('bilan.moreElements', { count: elements.count })] : []),
    ...(text.value === '' ? [] : [t('bilan.moreText')]),
  ];
  const isOpen = [elements, text].some(({ clash, problem }) => clash !== undefined || problem !== undefined);
  return (
    <details class="livret-bridge-fold" open={isOpen}>
      <summary>
        {title}
        <Said words={said.join(', ') || t('bilan.moreNothing')} />
      </summary>
      <ElementsView domain={domain} model={model} t={t} />
      <TextView text={text} limit={limit} t={t} />
    </details>
  );
}

/** The id of the hint for new elements, which is on the page once, below the first field. */
const HINT = 'new-hint';

function ElementsView({ domain, model, t }: Pick<DomainViewProps, 'domain' | 'model' | 't'>): VNode {
  const { code, title, elements, newElement } = domain;
  const id = `new-${code}`;
  const isFirst = domain === [...model.cards, ...model.others][0];
  return (
    <>
      <PicksView picks={elements} isHeard t={t} />
      <div class="livret-bridge-new">
        <label class="form-label" for={id}>
          {t('bilan.newElement')}
        </label>
        <div>
          <input class="form-control" id={id} name={`new:${code}`} value={newElement} aria-describedby={HINT} />
          <button class="btn btn-secondary" name="do" value="add" aria-label={t('bilan.addTo', { domain: title })}>
            {t('bilan.add')}
          </button>
        </div>
        {isFirst && (
          <p class="form-text" id={HINT}>
            {model.newElementHint}
          </p>
        )}
      </div>
    </>
  );
}
