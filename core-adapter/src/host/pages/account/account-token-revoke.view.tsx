// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Button, Card, LinkButton, PageHead, Point, FactList } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import { TOKENS_URL, type TokenRevokeModel } from './account-tokens.model.js';

interface AccountTokenRevokeProps {
  readonly model: TokenRevokeModel;
  readonly t: Translate<HostKey>;
}

/** The consequences of revoking a token, and the one button that does it. */
export function AccountTokenRevokeView({ model: { name, bricks, action }, t }: AccountTokenRevokeProps): VNode {
  return (
    <>
      <PageHead title={t('tokens.revokeTitle')} />
      <div class="v-text">
        <Card title={name}>
          <form method="post" action={action}>
            <FactList>
              <Point icon="bricks">{bricks}</Point>
              <Point icon="door-closed-fill">{t('tokens.revokeNow')}</Point>
              <Point icon="folder-check">{t('tokens.revokeStays')}</Point>
              <Point icon="exclamation-triangle-fill">{t('tokens.revokeFinal')}</Point>
            </FactList>
            <div class="v-actions v-after">
              <Button kind="danger">{t('tokens.revokeOf', { name })}</Button>
              <LinkButton href={TOKENS_URL}>{t('tokens.keep')}</LinkButton>
            </div>
          </form>
        </Card>
      </div>
    </>
  );
}
