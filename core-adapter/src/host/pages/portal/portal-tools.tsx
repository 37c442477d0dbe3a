// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Icon } from '../../../ui/index.js';
import type { PortalTool } from './portal.model.js';

interface PortalToolsProps {
  readonly label: string;
  readonly tools: readonly PortalTool[];
  /** A sentence for each tool that stops soon. */
  readonly ends?: readonly string[] | undefined;
}

/** The tools as one thin row of links, then those that stop soon. */
export function PortalTools({ label, tools, ends = [] }: PortalToolsProps): VNode {
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
      {ends.map((end) => (
        <p key={end} class="v-soft mt-2 mb-0">
          <Icon name="clock-fill" /> {end}
        </p>
      ))}
    </nav>
  );
}
