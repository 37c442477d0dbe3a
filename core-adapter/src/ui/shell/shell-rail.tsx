// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Plate } from '../plate.js';
import type { RailEntry } from './shell-props.js';

interface ShellRailProps {
  readonly label: string;
  readonly entries: readonly RailEntry[];
}

/** The bricks: a column beside the page; on a phone they lie down at the thumb. */
export function ShellRail({ label, entries }: ShellRailProps): VNode | null {
  if (entries.length === 0) return null;
  return (
    <nav class="v-rail" aria-label={label}>
      <ul class="v-list">
        {entries.map((entry) => (
          <li key={entry.url}>
            <a href={entry.url} aria-current={entry.current ? 'page' : undefined}>
              <Plate colour={entry.colour} icon={entry.icon} count={entry.count} />
              <span class="v-rail-name">{entry.label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
