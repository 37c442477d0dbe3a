// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import { Actions } from './actions.js';

/** @stable */
export interface PageHeadProps {
  readonly title: string;
  /** One plain sentence: the purpose of the page, or the work that the page lists. */
  readonly lead?: string | undefined;
  readonly actions?: ComponentChildren;
}

/** The header of a page, with its only `h1`. @stable */
export function PageHead({ title, lead, actions }: PageHeadProps): VNode {
  return (
    <div class="v-pagehead">
      <div>
        <h1>{title}</h1>
        {lead !== undefined && <p>{lead}</p>}
      </div>
      {actions !== undefined && <Actions>{actions}</Actions>}
    </div>
  );
}
