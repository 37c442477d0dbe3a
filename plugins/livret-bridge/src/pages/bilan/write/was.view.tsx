// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { CellModel } from './write.model.js';

/** The mark of the value that a field showed first. */
export function Was({ cell: { name, was } }: { readonly cell: CellModel }): VNode {
  return <input type="hidden" name={`was.${name}`} value={was} />;
}
