// SPDX-License-Identifier: EUPL-1.2
import { Avatar, Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import type { StateTag } from '../shared/works/works.model.js';
import type { StripPupil } from './give-back.model.js';

/** The class, with the pupil of the page marked. */
export function Strip({
  pupils,
  t,
}: {
  readonly pupils: readonly StripPupil[];
  readonly t: FileShareTexts;
}): VNode | null {
  if (pupils.length === 0) return null;
  return (
    <nav aria-label={t('giveBack.strip')}>
      <ul class="file-share-strip" data-own-arrows>
        {pupils.map(({ id, displayName, url, tag, isHere, isMarked }) => (
          <li key={id}>
            <a href={url} aria-current={isHere ? 'page' : undefined} title={words(displayName, tag)}>
              <Avatar of={{ id, displayName }} />
              <span class="visually-hidden">{words(displayName, tag)}</span>
              {isMarked && tag && (
                <span class={tag.kind === 'good' ? 'file-share-mark file-share-mark-good' : 'file-share-mark'}>
                  <Icon name={tag.icon} />
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** « Sacha Pinel, à refaire » */
function words(name: string, tag: StateTag | undefined): string {
  return tag ? `${name}, ${tag.text}` : name;
}
