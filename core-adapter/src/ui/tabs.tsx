// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Count } from './count.js';

/** @stable */
export interface Tab {
  readonly label: string;
  readonly url: string;
  readonly current: boolean;
  /** The number of new or waiting things behind the tab; 0 shows none. */
  readonly count?: Count;
  /** Whether the counted things wait for the user. */
  readonly waits?: boolean;
}

/** @stable */
export interface TabsProps {
  /** The accessible name of the tabs: « Espaces ». */
  readonly label: string;
  readonly tabs: readonly Tab[];
}

/** Links to neighbouring pages; each tab has an address of its own. @stable */
export function Tabs({ label, tabs }: TabsProps): VNode {
  return (
    <nav class="v-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.url} href={tab.url} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && tab.count.value > 0 && (
            <span class={tab.waits ? 'v-tag v-warn' : 'v-tag'}>
              {tab.count.value}
              <span class="visually-hidden"> {tab.count.label}</span>
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}
