// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Avatar } from '../../../ui/index.js';
import type { PortalChild } from './portal.model.js';

interface PortalChildrenProps {
  readonly label: string;
  readonly children: readonly PortalChild[];
}

/** Links to the portals of a guardian's children. */
export function PortalChildren({ label, children }: PortalChildrenProps): VNode | null {
  if (children.length === 0) return null;
  return (
    <nav class="v-kids" aria-label={label}>
      <ul class="v-list">
        {children.map(({ person, givenName, detail, url, current }) => (
          <li key={`${givenName} ${url}`}>
            <a href={url} aria-current={current ? 'true' : undefined}>
              <Avatar of={person} />
              <span>
                <strong>{givenName}</strong>
                <br />
                <span class="v-soft v-small">{detail}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
