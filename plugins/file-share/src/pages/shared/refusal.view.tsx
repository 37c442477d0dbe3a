// SPDX-License-Identifier: EUPL-1.2
import { Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';

/** The reason for which nothing was changed, above what was typed. */
export function Refusal({ words }: { readonly words: string | undefined }): VNode | null {
  if (words === undefined) return null;
  return (
    <Note kind="warn" role="alert">
      <p>{words}</p>
    </Note>
  );
}
