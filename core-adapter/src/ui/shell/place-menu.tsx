// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../api/i18n.js';
import { Icon } from '../icon.js';
import type { ShellKey, ShellPlace } from './shell-props.js';

interface PlaceMenuProps {
  readonly t: Translate<ShellKey>;
  readonly name: string;
  readonly icon?: string | undefined;
  readonly places: readonly ShellPlace[];
}

/** The current school or child, and the others that the user can switch to. With one place only, it is plain text instead of a menu. */
export function PlaceMenu({ t, name, icon, places }: PlaceMenuProps): VNode {
  if (places.length < 2) {
    return (
      <p class="v-here">
        <PlaceName t={t} name={name} icon={icon} />
      </p>
    );
  }
  return (
    <details class="v-menu v-menu-place" name="shell-menu">
      <summary>
        <PlaceName t={t} name={name} icon={icon} />
        <Icon name="chevron-down" />
      </summary>
      <div class="v-menu-panel">
        <ul class="v-list">
          {places.map((place) => (
            <li key={place.url}>
              <PlaceLink {...place} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function PlaceName({ t, name, icon = 'building' }: Omit<PlaceMenuProps, 'places'>): VNode {
  return (
    <>
      <span class="d-none d-sm-inline-flex">
        <Icon name={icon} />
      </span>
      <span class="v-menu-name">
        <span class="visually-hidden">{t('shell.here')}</span>
        {name}
      </span>
    </>
  );
}

function PlaceLink({ name, detail, url, current, icon = 'building' }: ShellPlace): VNode {
  return (
    <a href={url} aria-current={current ? 'true' : undefined}>
      <Icon name={current ? 'check-lg' : icon} />
      <span>
        <strong>{name}</strong>
        <br />
        <span class="v-soft v-small">{detail}</span>
      </span>
    </a>
  );
}
