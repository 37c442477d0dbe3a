// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ReadersSign, ReadersTag } from '../../domain/readers/readers-tag.js';

const ICONS: Readonly<Record<ReadersSign, string>> = {
  families: 'people-fill',
  pupils: 'backpack-fill',
  teachers: 'lock-fill',
  one: 'person-fill-lock',
};

/** The readers of a folder or file, with their icon. Of a list of many lines the style sheet draws the icons. */
export function ReadersWord({
  readers,
  isTag = false,
}: {
  readonly readers: ReadersTag;
  readonly isTag?: boolean;
}): VNode {
  return (
    <span class={isTag ? 'v-tag' : 'file-share-readers'}>
      <Icon name={ICONS[readers.sign]} />
      {readers.word}
    </span>
  );
}
