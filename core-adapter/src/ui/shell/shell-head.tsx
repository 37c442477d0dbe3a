// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Icon } from '../icon.js';
import { Logo } from '../logo.js';
import type { ShellProps, ShellKey, ShellPerson, ShellPlace } from './shell-props.js';
import type { Translate } from '../../api/i18n.js';
import { Avatar } from '../avatar.js';

export function ShellHead({ t, homeUrl, accountUrl, helpUrl, person, school, schools, bell }: ShellProps): VNode {
  return (
    <header class="v-head">
      <a class="v-logo" href={homeUrl}>
        <Logo />
        <span class="d-none d-sm-inline">Volée</span>
        <span class="visually-hidden d-sm-none">{t('shell.home')}</span>
      </a>
      {school && <PlaceMenu t={t} {...school} places={schools} />}
      <a class="v-bell" href={helpUrl} aria-label={t('shell.help')} title={t('shell.help')}>
        <span class="v-help" aria-hidden="true">
          ?
        </span>
      </a>
      {bell && (
        <a class="v-bell" href={bell.url} title={bell.label}>
          <Icon name="bell-fill" />
          <span class="v-count" aria-hidden="true">
            {bell.value}
          </span>
          <span class="visually-hidden">{bell.label}</span>
        </a>
      )}
      {person && <PersonMenu t={t} person={person} accountUrl={accountUrl} />}
    </header>
  );
}

interface PersonMenuProps {
  readonly t: Translate<ShellKey>;
  readonly person: ShellPerson;
  readonly accountUrl: string;
}

function PersonMenu({ t, person, accountUrl }: PersonMenuProps): VNode {
  return (
    <details class="v-menu v-menu-end" name="shell-menu">
      <summary>
        <Avatar of={person} />
        <span class="v-menu-person">{person.displayName}</span>
        <span class="d-none d-lg-inline-flex">
          <Icon name="chevron-down" />
        </span>
      </summary>
      <div class="v-menu-panel">
        <ul class="v-list">
          <li>
            <a href={accountUrl}>
              <Icon name="person" />
              {t('shell.account')}
            </a>
          </li>
          <li>
            {/* A form, since logging out changes state: a link or an image of another site could log users out. */}
            <form method="post" action="/logout">
              <button type="submit">
                <Icon name="box-arrow-right" />
                {t('shell.logout')}
              </button>
            </form>
          </li>
        </ul>
      </div>
    </details>
  );
}

interface PlaceMenuProps {
  readonly t: Translate<ShellKey>;
  readonly name: string;
  readonly icon?: string | undefined;
  readonly places: readonly ShellPlace[];
}

/** The current school or child, and the others that the user can switch to. With one place only, it is plain text instead of a menu. */
function PlaceMenu({ t, name, icon, places }: PlaceMenuProps): VNode {
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
