// SPDX-License-Identifier: EUPL-1.2
import { Icon, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../../brick-types.js';

export interface PreviewLink {
  readonly label: string;
  readonly url: string;
  readonly isCurrent: boolean;
}

/** The bar of a preview: the eyes with which the head looks, and the pupil. */
export interface PreviewBarModel {
  /** « La famille », « L’élève » */
  readonly eyes: readonly PreviewLink[];
  readonly pupil: string;
  /** « 3 sur 24 » */
  readonly place: string;
  readonly groupName: string;
  /** The pupils of the class with a bilan that is about to be published, by given name. */
  readonly pupils: readonly PreviewLink[];
  /** The first pupil of each other class, under the name of the class. */
  readonly others: readonly PreviewLink[];
  readonly previous: PreviewLink | undefined;
  readonly next: PreviewLink | undefined;
  /** The page with the readers of the publication, from which the head came. */
  readonly back: string;
}

/** Stays in sight above a page that is only looked at, so that nobody takes it for the page itself. */
export function PreviewBar({ model, t }: ViewProps<PreviewBarModel>): VNode {
  return (
    <>
      <aside class="livret-bridge-preview" aria-label={t('preview.title')}>
        <strong class="livret-bridge-preview-title">
          <Icon name="eye-fill" />
          {t('preview.title')}
        </strong>
        <nav class="livret-bridge-preview-eyes" aria-label={t('preview.eyes')}>
          {model.eyes.map(({ label, url, isCurrent }) => (
            <a key={url} href={url} aria-current={isCurrent ? 'true' : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <PupilsNav model={model} t={t} />
        <a class="btn btn-quiet" href={model.back}>
          <Icon name="x-lg" />
          <span class="livret-bridge-preview-name">{t('preview.close')}</span>
        </a>
      </aside>
      <Note icon="eye-fill">
        <p>{t('preview.note')}</p>
      </Note>
    </>
  );
}

function PupilsNav({ model, t }: ViewProps<PreviewBarModel>): VNode {
  const { pupil, place, groupName, pupils, others, previous, next } = model;
  return (
    <nav class="livret-bridge-preview-pupils" aria-label={t('bilan.otherPupils')} data-neighbours>
      <Neighbour link={previous} icon="arrow-left" rel="prev" t={t} />
      <details class="livret-bridge-preview-list">
        <summary class="btn btn-secondary">
          <span>{pupil}</span> <span class="v-soft v-small">{place}</span>
          <Icon name="chevron-down" />
        </summary>
        <div>
          <p class="v-soft v-small">{groupName}</p>
          <Links links={pupils} />
          {others.length > 0 && (
            <>
              <p class="v-soft v-small">{t('preview.others')}</p>
              <Links links={others} />
            </>
          )}
        </div>
      </details>
      <Neighbour link={next} icon="arrow-right" rel="next" t={t} />
    </nav>
  );
}

function Links({ links }: { readonly links: readonly PreviewLink[] }): VNode {
  return (
    <ul class="v-list">
      {links.map(({ label, url, isCurrent }) => (
        <li key={url}>
          <a href={url} aria-current={isCurrent ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}

interface NeighbourProps {
  readonly link: PreviewLink | undefined;
  readonly icon: 'arrow-left' | 'arrow-right';
  readonly rel: 'prev' | 'next';
  readonly t: LivretTexts;
}

/** « ← Zoé » */
function Neighbour({ link, icon, rel, t }: NeighbourProps): VNode | null {
  if (!link) return null;
  return (
    <a class="btn btn-secondary" href={link.url} rel={rel}>
      <span class="visually-hidden">{t(rel === 'prev' ? 'preview.previous' : 'preview.next')}</span>
      {rel === 'prev' && <Icon name={icon} />}
      <span class="livret-bridge-preview-name">{link.label}</span>
      {rel === 'next' && <Icon name={icon} />}
    </a>
  );
}
