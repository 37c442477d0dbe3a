// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { BrickBadge, Icon } from '../../../ui/index.js';
import type { PortalLine } from './portal.model.js';

/** Lines of news; each is one link. */
export function PortalLines({ lines }: { readonly lines: readonly PortalLine[] }): VNode | null {
  if (lines.length === 0) return null;
  return (
    <ul class="v-list v-factlines">
      {lines.map(({ label, title, detail, url, icon, colour, isNew }) => (
        <li key={`${url} ${title}`}>
          <a class={isNew ? 'v-factline v-unread-line' : 'v-factline'} href={url}>
            <BrickBadge colour={colour} icon={icon} size="small" soft />
            <span class="v-row-text">
              <span class="v-factlabel">{label}</span>
              <span class="v-facttitle">{title}</span>
              {detail !== '' && <span class="v-soft v-small">{detail}</span>}
            </span>
            <Icon name="chevron-right" />
          </a>
        </li>
      ))}
    </ul>
  );
}
