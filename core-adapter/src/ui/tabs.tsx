// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

export interface Tab {
  readonly label: string;
  readonly url: string;
  readonly current: boolean;
}

export interface TabsProps {
  /** The accessible name of the tabs: « Espaces ». */
  readonly label: string;
  readonly tabs: readonly Tab[];
}

/** Links to neighbouring pages; each tab has an address of its own. */
export function Tabs({ label, tabs }: TabsProps): VNode {
  return (
    <nav class="v-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.url} href={tab.url} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
