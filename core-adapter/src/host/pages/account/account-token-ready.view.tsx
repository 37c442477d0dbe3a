// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Card, LinkButton, Note, PageHead, Point, FactList, TextField } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { TOKENS_URL, type TokenReadyModel } from './account-tokens.model.js';

interface AccountTokenReadyProps {
  readonly model: TokenReadyModel;
  readonly t: Translate<HostKey>;
}

/** The secret of a new token: the one time that it can be read. */
export function AccountTokenReadyView({ model: { name, secret, login }, t }: AccountTokenReadyProps): VNode {
  return (
    <>
      <PageHead title={t('tokens.readyTitle')} />
      <div class="v-text">
        <Note kind="warn" role="status">
          <p>{t('tokens.readyOnce')}</p>
        </Note>
        <Card>
          <TextField
            name="secret"
            label={t('tokens.secret', { name })}
            hint={t('tokens.secretHint')}
            value={secret}
            readOnly
          />
        </Card>
        <Card title={t('tokens.asPassword')}>
          <FactList>
            <Point icon="person-fill">{t('tokens.asPasswordLogin', { login })}</Point>
            <Point icon="key-fill">{t('tokens.asPasswordSecret')}</Point>
          </FactList>
        </Card>
        <div class="v-actions">
          <LinkButton href={TOKENS_URL} kind="primary">
            {t('tokens.copied')}
          </LinkButton>
        </div>
      </div>
    </>
  );
}
