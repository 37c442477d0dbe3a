// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, Card, FactList, Point, TextField } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { PlatformHomonymModel } from './platform-homonyms.model.js';
import { QuestionPage } from './question-page.view.js';

interface PlatformHomonymProps {
  readonly model: PlatformHomonymModel;
  readonly t: Translate<HostKey>;
}

/** Two records, fact by fact, and the consequences of either decision. */
export function PlatformHomonymView({ model, t }: PlatformHomonymProps): VNode {
  return (
    <QuestionPage title={t('platform.homonymTitle')} model={model} t={t}>
      {model.canAnswer && <Decision model={model} t={t} />}
    </QuestionPage>
  );
}

function Decision({ model: { url, kept, erased, reason }, t }: PlatformHomonymProps): VNode {
  return (
    <form class="v-parts" method="post" action={url} data-keep="reason">
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
        <Card title={t('platform.homonymSame')}>
          <FactList>
            <Point icon="person-check-fill">{t('platform.homonymSameJoined')}</Point>
            <Point icon="door-open-fill">{kept}</Point>
            <Point icon="folder-fill">{t('platform.homonymSameMoved')}</Point>
            <Point icon="exclamation-triangle-fill">{t('platform.homonymSameFinal')}</Point>
          </FactList>
          <p class="v-after">
            <Button icon="person-fill" name="decision" value="same">
              {t('platform.homonymSame')}
            </Button>
          </p>
        </Card>
        <Card title={t('platform.homonymDifferent')}>
          <FactList>
            <Point icon="people-fill">{t('platform.homonymDifferentNothing')}</Point>
            {erased !== undefined && <Point icon="exclamation-triangle-fill">{erased}</Point>}
            <Point icon="check-lg">{t('platform.homonymDifferentOnce')}</Point>
          </FactList>
          <p class="v-after">
            <Button icon="people-fill" name="decision" value="different">
              {t('platform.homonymDifferent')}
            </Button>
          </p>
        </Card>
      </div>
    </form>
  );
}
