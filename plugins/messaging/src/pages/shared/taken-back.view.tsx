// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';

/** The words in place of the text of a message that its author took back: which person did it, and what the reader may do about it. */
export function TakenBack({ sentence, hint }: { readonly sentence: string; readonly hint?: string }): VNode {
  return (
    <p class="v-soft">
      <Icon name="arrow-counterclockwise" /> {sentence}
      {hint !== undefined && (
        <>
          <br />
          {hint}
        </>
      )}
    </p>
  );
}
