// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, Card, LinkButton, Note, Point, FactList } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { PlatformRevokeModel } from './platform-administrators.model.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';

interface PlatformRevokeProps {
  readonly model: PlatformRevokeModel;
  readonly t: Translate<HostKey>;
}

/** The consequences of revoking a right, and the one button that does it. */
export function PlatformRevokeView({ model: { line, problem }, t }: PlatformRevokeProps): VNode {
  const { personId, name, login, school, yourself } = line;
  return (
    <PlatformFrame section="administrators" title={t('platform.revokeTitle')} t={t}>
      <div class="v-text">
        <Card>
          <form method="post" action={`${PLATFORM_URLS.administrators}/revoke`}>
            <h3>
              {school ? t('platform.revokeHead', { name, of: school.of }) : t('platform.revokePlatform', { name })}
            </h3>
            <FactList>
              <Point icon="person-fill">{login}</Point>
              <Point icon="door-closed-fill">{t(school ? 'platform.revokeNowHead' : 'platform.revokeNow')}</Point>
              <Point icon="arrow-counterclockwise">{t('platform.revokeUndo')}</Point>
              {yourself && !school && <Point icon="exclamation-triangle-fill">{t('platform.revokeYourself')}</Point>}
            </FactList>
            {problem !== undefined && (
              <div class="v-problem">
                <Note kind="bad" role="alert">
                  <p>{problem}</p>
                </Note>
              </div>
            )}
            <input type="hidden" name="person" value={personId} />
            <input type="hidden" name="uai" value={school?.uai ?? ''} />
            <div class="v-actions v-after">
              {problem === undefined && <Button kind="danger">{t('platform.revokeAction', { name })}</Button>}
              <LinkButton href={PLATFORM_URLS.administrators}>{t('platform.keep')}</LinkButton>
            </div>
          </form>
        </Card>
      </div>
    </PlatformFrame>
  );
}
