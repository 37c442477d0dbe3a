// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';

export interface Tab {
  readonly label: string;
  readonly url: string;
  readonly current: boolean;
}

export interface TabsProps {
  /** What the tabs choose among, for who cannot see them: « Espaces ». */
  readonly label: string;
  readonly tabs: readonly Tab[];
}

/** Neighbouring pages. They are links: each has its address. */
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
