// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Avatar, Card, LinkButton, PageHead, Point, FactList, Button, ChoiceField } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { AccountModel, AccountSchool, Preferences } from './account.model.js';
import { KEPT_LIST_URL } from './kept-list.view.js';
import { TOKENS_URL } from './account-tokens.model.js';

interface AccountProps {
  readonly model: AccountModel;
  readonly t: Translate<HostKey>;
}

const KEPT = [
  ['person-vcard-fill', 'account.keptDirectory'],
  ['sliders', 'account.keptPreferences'],
  ['pencil-fill', 'account.keptTexts'],
  ['door-open-fill', 'account.keptSession'],
  ['key-fill', 'account.keptTokens'],
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
        {model.keptTexts > 0 && <KeptTexts count={model.keptTexts} t={t} />}
        {model.tokens !== undefined && <Tokens count={model.tokens} t={t} />}
        <div class="v-wide">
          <Card title={t('account.kept')}>
            <FactList>
              {KEPT.filter(([, key]) => key !== 'account.keptTokens' || model.tokens !== undefined).map(
                ([icon, key]) => (
                  <Point key={key} icon={icon}>
                    {t(key)}
                  </Point>
                ),
              )}
            </FactList>
          </Card>
        </div>
      </div>
    </>
  );
}

function KeptTexts({ count, t }: { readonly count: number; readonly t: Translate<HostKey> }): VNode {
  return (
    <div class="v-wide">
      <Card title={t('keptText.list')}>
        <p>{t('keptText.count', { count })}</p>
        <LinkButton href={KEPT_LIST_URL} icon="pencil-fill">
          {t('keptText.open')}
        </LinkButton>
      </Card>
    </div>
  );
}

function Tokens({ count, t }: { readonly count: number; readonly t: Translate<HostKey> }): VNode {
  return (
    <div class="v-wide">
      <Card title={t('tokens.title')}>
        <p>
          {t('tokens.short')} {count === 0 ? t('tokens.none') : t('tokens.count', { count })}
        </p>
        <LinkButton href={TOKENS_URL} icon="key-fill">
          {t('tokens.manage')}
        </LinkButton>
      </Card>
    </div>
  );
}

function Identity({ model, t }: AccountProps): VNode {
  return (
    <Card>
      <div class="v-identity">
        <Avatar of={model} />
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

interface AccountPreferencesProps {
  readonly preferences: Preferences;
  readonly t: Translate<HostKey>;
}

function AccountPreferences({ preferences, t }: AccountPreferencesProps): VNode {
  return (
    <Card title={t('account.preferences')}>
      <form method="post" action="/account/preferences" id="preferences">
        <ChoiceField
          name="theme"
          label={t('account.theme')}
          value={preferences.theme}
          choices={[
            { value: 'auto', label: t('account.themeAuto') },
            { value: 'light', label: t('account.themeLight') },
            { value: 'dark', label: t('account.themeDark') },
          ]}
        />
        <ChoiceField
          name="language"
          label={t('account.language')}
          value={preferences.language}
          choices={[
            { value: 'fr', label: 'Français', language: 'fr' },
            { value: 'en', label: 'English', language: 'en' },
          ]}
        />
        <Button kind="primary">{t('account.save')}</Button>
      </form>
    </Card>
  );
}
