// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../api/i18n.js';
import { Icon } from '../icon.js';
import { CountBadge } from '../count.js';
import { BrickBadge } from '../brick-badge.js';
import type { RailEntry, ShellKey } from './shell-props.js';

/** The number of entries that fit side by side at 320 px, each 44 px wide with a legible name. */
const MOST = 5;

interface ShellRailProps {
  readonly t: Translate<ShellKey>;
  readonly entries: readonly RailEntry[];
  readonly liveBadges?: string | undefined;
}

/**
 * The navigation between bricks: a column beside the page. On a phone it lies at the lower edge, and « Plus » opens the
 * entries that do not fit.
 */
export function ShellRail({ t, entries, liveBadges }: ShellRailProps): VNode | null {
  if (entries.length === 0) return null;
  const { more } = railOnPhone(entries);
  return (
    <nav class="v-rail" aria-label={t('shell.bricks')} id={liveBadges && 'rail'} data-live-of={liveBadges}>
      <ul class="v-list">
        {entries.map((entry) => (
          <li key={entry.url} class={more.includes(entry) ? 'v-rail-wide' : undefined}>
            <RailLink entry={entry} />
          </li>
        ))}
        {more.length > 0 && <More t={t} entries={more} />}
      </ul>
    </nav>
  );
}

/** The menu « Plus », on phones only. A <details> element opens without a script. */
function More({ t, entries }: ShellRailProps): VNode {
  const value = entries.reduce((sum, { count }) => sum + (count?.value ?? 0), 0);
  return (
    <li class="v-rail-more">
      <details class="v-menu" name="shell-menu">
        <summary>
          <span class="v-plate">
            <Icon name="three-dots" />
            {value > 0 && <CountBadge value={value} label={t('shell.moreNew', { count: value })} />}
          </span>
          {t('shell.more')}
        </summary>
        <div class="v-menu-panel">
          <ul class="v-list">
            {entries.map((entry) => (
              <li key={entry.url}>
                <RailLink entry={entry} />
              </li>
            ))}
          </ul>
        </div>
      </details>
    </li>
  );
}

function RailLink({ entry: { label, url, icon, colour, count, current } }: { readonly entry: RailEntry }): VNode {
  return (
    <a href={url} aria-current={current ? 'page' : undefined}>
      <BrickBadge colour={colour} icon={icon} count={count} />
      <span class="v-rail-name">{label}</span>
    </a>
  );
}

interface RailOnPhone {
  readonly shown: readonly RailEntry[];
  /** Entries in the menu « Plus ». */
  readonly more: readonly RailEntry[];
}

/** Splits the entries for a phone: the first ones, always with the current one, and « Plus » for the rest. All are shown when they fit. */
function railOnPhone(entries: readonly RailEntry[]): RailOnPhone {
  if (entries.length <= MOST) return { shown: entries, more: [] };
  const first = entries.slice(0, MOST - 1);
  const current = entries.find((entry) => entry.current);
  const shown = current && !first.includes(current) ? [...first.slice(0, -1), current] : first;
  return { shown, more: entries.filter((entry) => !shown.includes(entry)) };
}
