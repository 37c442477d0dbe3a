// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, Card, FactList, LinkButton, Point } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { PlatformHomonymModel } from './platform-homonyms.model.js';
import { QuestionPage } from './question-page.view.js';

/** `/admin/homonyms/ask/pair` */
export interface PlatformAskPairModel extends Pick<
  PlatformHomonymModel,
  'why' | 'columns' | 'facts' | 'decided' | 'problem'
> {
  readonly action: string;
  readonly canAsk: boolean;
  readonly ids: readonly [string, string];
  /** The search of the two. */
  readonly backUrl: string;
}

interface PlatformAskPairProps {
  readonly model: PlatformAskPairModel;
  readonly t: Translate<HostKey>;
}

/** Two records, fact by fact, the effect of the question, and the one button that asks it. */
export function PlatformAskPairView({ model, t }: PlatformAskPairProps): VNode {
  const { action, canAsk, ids, backUrl } = model;
  return (
    <QuestionPage title={t('platform.homonymTitle')} model={model} t={t}>
      <div class="v-text">
        <Card>
          <form method="post" action={action} data-keep="reason">
            <FactList>
              <Point icon="people-fill">{t('platform.askListed')}</Point>
              <Point icon="folder-fill">{t('platform.askHeld')}</Point>
              <Point icon="check-lg">{t('platform.askApart')}</Point>
            </FactList>
            <input type="hidden" name="person" value={ids[0]} />
            <input type="hidden" name="with" value={ids[1]} />
            <div class="v-actions v-after">
              {canAsk && <Button kind="primary">{t('platform.askAction')}</Button>}
              <LinkButton href={backUrl}>{t('platform.askBack')}</LinkButton>
            </div>
          </form>
        </Card>
      </div>
    </QuestionPage>
  );
}
