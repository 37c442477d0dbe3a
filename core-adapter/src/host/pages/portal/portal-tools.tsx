// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Icon } from '../../../ui/index.js';
import type { PortalTool } from './portal.model.js';

interface PortalToolsProps {
  readonly label: string;
  readonly tools: readonly PortalTool[];
}

/** The tools as one thin row of links. */
export function PortalTools({ label, tools }: PortalToolsProps): VNode {
  return (
    <nav class="v-toolrow" aria-label={label}>
      <ul class="v-list">
        {tools.map(({ title, url, icon, colour, count }) => (
          <li key={url}>
            <a class={`brick-${colour}`} href={url}>
              <Icon name={icon} />
              <span>{title}</span>
              {count && (
                <span class="v-n">
                  {count.value}
                  <span class="visually-hidden"> {count.label}</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
