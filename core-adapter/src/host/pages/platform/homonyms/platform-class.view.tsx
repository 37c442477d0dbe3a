// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, Card, FactList, Point, TextField } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { PlatformClassModel } from './platform-classes.model.js';
import { QuestionPage } from './question-page.view.js';

interface PlatformClassProps {
  readonly model: PlatformClassModel;
  readonly t: Translate<HostKey>;
}

/** Two classes with their pupils, and the consequences of either decision, which may be taken back by the other one. */
export function PlatformClassView({ model, t }: PlatformClassProps): VNode {
  const { state, url, kept, reason } = model;
  return (
    <QuestionPage title={t('platform.classTitle')} model={model} always t={t}>
      <form class="v-parts" method="post" action={url} data-keep="reason">
        <input type="hidden" name="state" value={state} />
        <div class="v-text">
          <TextField
            name="reason"
            label={t('platform.homonymReason')}
            hint={t('platform.homonymReasonHint')}
            value={reason}
            maxLength={500}
          />
        </div>
        <div class="v-halves">
          {state !== 'same' && (
            <Card title={t('platform.classSame')}>
              <FactList>
                <Point icon="people-fill">{kept}</Point>
                <Point icon="folder-fill">{t('platform.classSameMoved')}</Point>
                <Point icon="exclamation-triangle-fill">{t('platform.classSameFinal')}</Point>
              </FactList>
              <p class="v-after">
                <Button icon="check-lg" name="decision" value="same">
                  {t('platform.classSame')}
                </Button>
              </p>
            </Card>
          )}
          {state !== 'different' && (
            <Card title={t(state === 'open' ? 'platform.classDifferent' : 'platform.classPart')}>
              <FactList>
                <Point icon="people-fill">{t('platform.classDifferentNothing')}</Point>
                {state === 'same' && (
                  <Point icon="exclamation-triangle-fill">{t('platform.classPartNothingBack')}</Point>
                )}
                <Point icon="check-lg">{t('platform.classDifferentOnce')}</Point>
              </FactList>
              <p class="v-after">
                <Button icon="people-fill" name="decision" value="different">
                  {t(state === 'open' ? 'platform.classDifferent' : 'platform.classPart')}
                </Button>
              </p>
            </Card>
          )}
        </div>
      </form>
    </QuestionPage>
  );
}
