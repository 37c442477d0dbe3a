// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';

interface AskProps {
  readonly title: string;
  /** « Facultatif » */
  readonly aside?: string;
  readonly children: ComponentChildren;
}

/** One question of a long form: its name beside the fields, and above them on a phone. */
export function Ask({ title, aside, children }: AskProps): VNode {
  return (
    <fieldset class="file-share-ask">
      <legend class="visually-hidden">{title}</legend>
      <div class="file-share-ask-in">
        <div aria-hidden="true">
          <strong class="fs-5">{title}</strong>
          {aside !== undefined && <p class="v-soft v-small mb-0">{aside}</p>}
        </div>
        <div>{children}</div>
      </div>
    </fieldset>
  );
}
