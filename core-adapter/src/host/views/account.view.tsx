// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../api/i18n.js';
import { Avatar, Card, PageHead, Point, Points } from '../../ui/index.js';
import type { HostKey } from '../locales/index.js';
import type { AccountModel, AccountSchool } from './account.model.js';
import { AccountPreferences } from './account-preferences.js';

interface AccountProps {
  readonly model: AccountModel;
  readonly t: Translate<HostKey>;
}

const KEPT = [
  ['person-vcard-fill', 'account.keptDirectory'],
  ['sliders', 'account.keptPreferences'],
  ['door-open-fill', 'account.keptSession'],
  ['journal-text', 'account.keptAudit'],
  ['bricks', 'account.keptBricks'],
  ['shield-lock-fill', 'account.keptNoPassword'],
] as const;

export function AccountView({ model, t }: AccountProps): VNode {
  return (
    <>
      <PageHead title={t('account.title')} lead={t('account.lead')} />
      <div class="v-halves">
        <Identity model={model} t={t} />
        <AccountPreferences preferences={model.preferences} t={t} />
        <div class="v-wide">
          <Card title={t('account.kept')}>
            <Points>
              {KEPT.map(([icon, key]) => (
                <Point key={key} icon={icon}>
                  {t(key)}
                </Point>
              ))}
            </Points>
          </Card>
        </div>
      </div>
    </>
  );
}

function Identity({ model, t }: AccountProps): VNode {
  return (
    <Card>
      <div class="v-identity">
        <Avatar initials={model.initials} />
        <div class="v-row-text">
          <h2>{model.displayName}</h2>
          <p class="v-soft">
            {t('account.login')} <code>{model.login}</code>
          </p>
        </div>
      </div>
      <h3 class="v-label">{t('account.schools', { count: model.schools.length })}</h3>
      <ul class="v-list v-facts">
        {model.schools.map((school) => (
          <li key={school.name}>
            <strong>{school.name}</strong>
            <span class="v-soft v-small">{describe(school, t)}</span>
          </li>
        ))}
      </ul>
      {model.children.length > 0 && <h3 class="v-label">{t('account.children', { count: model.children.length })}</h3>}
      {model.children.length > 0 && (
        <ul class="v-list v-facts">
          {model.children.map(({ name, detail }) => (
            <li key={name}>
              <strong>{name}</strong>
              <span class="v-soft v-small">{detail}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="v-soft v-small">{t('account.mistake')}</p>
    </Card>
  );
}

function describe({ profiles, classes }: AccountSchool, t: Translate<HostKey>): string {
  const roles = profiles.map((profile) => t(`profile.${profile}`)).join(', ');
  if (classes.length === 0) return roles;
  return `${roles} · ${t('account.classes', { count: classes.length, classes: classes.join(', ') })}`;
}
