// SPDX-License-Identifier: EUPL-1.2
import { Note } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { FileShareTexts } from '../../brick-types.js';
import type { PlaceModel } from './place.presenter.js';

/** Shows the use of a space, at the foot of its folders. */
export function PlaceBar({ place }: { readonly place: Pick<PlaceModel, 'label' | 'percent' | 'text'> }): VNode {
  const { label, percent, text } = place;
  return (
    <div>
      <progress value={percent} max={100} aria-label={label}>
        {percent}&nbsp;%
      </progress>
      <p class="v-soft v-small mt-1 mb-0">{text}</p>
    </div>
  );
}

interface PlaceCardProps {
  readonly place: PlaceModel;
  /** The button that empties the trash. */
  readonly children?: ComponentChildren;
  readonly t: FileShareTexts;
}

/** The room of a space as a card with its heading, and what to do when the space is nearly full; it stands beside the trash. */
export function PlaceCard({ place, children, t }: PlaceCardProps): VNode {
  const { label, percent, text, nearlyFull } = place;
  const id = useId();
  return (
    <section class="v-card" aria-labelledby={id}>
      <h2 class="h3" id={id}>
        {label}
      </h2>
      <progress value={percent} max={100} aria-labelledby={id}>
        {percent}&nbsp;%
      </progress>
      <p class="mt-2">{text}.</p>
      {nearlyFull !== undefined && (
        <Note kind="warn">
          <p>
            <strong>{t('place.soonFull')}</strong> {nearlyFull}
          </p>
        </Note>
      )}
      {children}
    </section>
  );
}
