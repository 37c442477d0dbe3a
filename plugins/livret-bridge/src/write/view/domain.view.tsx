// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import type { DomainModel, WriteModel } from '../write.model.js';
import { LineView } from './line.view.js';
import { PicksView } from './picks.view.js';
import { TextView } from './text.view.js';

export interface DomainViewProps {
  readonly domain: DomainModel;
  readonly model: Pick<WriteModel, 'scale' | 'newElementHint'>;
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
        <summary data-picked={elements.name}>
          {count === 0 ? t('bilan.noElements') : t('bilan.elements', { count })}
        </summary>
        <ElementsView domain={domain} hint={model.newElementHint} t={t} />
      </details>
      <TextView text={text} limit={limit} t={t} />
    </section>
  );
}

/** What else there is about a domain of one line, in a fold below the lines. */
export function MoreView({ domain, model, limit, t }: DomainViewProps): VNode {
  const { title, elements, text } = domain;
  const said = [
    ...(elements.count > 0 ? [t('bilan.moreElements', { count: elements.count })] : []),
    ...(text.value === '' ? [] : [t('bilan.moreText')]),
  ];
  const isOpen = [elements, text].some(({ clash, problem }) => clash !== undefined || problem !== undefined);
  return (
    <details class="livret-bridge-fold" open={isOpen}>
      <summary>{t('bilan.more', { domain: title, what: said.join(', ') || t('bilan.moreNothing') })}</summary>
      <ElementsView domain={domain} hint={model.newElementHint} t={t} />
      <TextView text={text} limit={limit} t={t} />
    </details>
  );
}

interface ElementsViewProps {
  readonly domain: DomainModel;
  readonly hint: string;
  readonly t: LivretTexts;
}

function ElementsView({ domain: { code, title, elements, newElement }, hint, t }: ElementsViewProps): VNode {
  const id = `new-${code}`;
  return (
    <>
      <PicksView picks={elements} isHeard t={t} />
      <div class="livret-bridge-new">
        <label class="form-label" for={id}>
          {t('bilan.newElement')}
        </label>
        <div>
          <input class="form-control" id={id} name={`new:${code}`} value={newElement} aria-describedby={`${id}-hint`} />
          <button class="btn btn-secondary" name="do" value="add" aria-label={t('bilan.addTo', { domain: title })}>
            {t('bilan.add')}
          </button>
        </div>
        <p class="form-text" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
    </>
  );
}
