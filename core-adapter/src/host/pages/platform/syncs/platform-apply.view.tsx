// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, Card, Figures, LinkButton, Point, FactList } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import type { PlatformApplyModel } from './platform-syncs.model.js';

interface PlatformApplyProps {
  readonly model: PlatformApplyModel;
  readonly t: Translate<HostKey>;
}

/** The confirmation before a run is applied: the number of people, the consequences, and one button. */
export function PlatformApplyView({ model, t }: PlatformApplyProps): VNode {
  const { id, source, url, runUrl, figures, reason, closes, action } = model;
  return (
    <PlatformFrame
      section="syncs"
      title={t('plan.confirmTitle', { id })}
      lead={t('plan.confirmLead', { source })}
      t={t}
    >
      <div class="v-text">
        <Card>
          <form method="post" action={url}>
            <div class="v-sure">
              {figures.length > 0 ? <Figures figures={figures} /> : <p>{t('plan.willOthers')}</p>}
            </div>
            <FactList>
              {closes && <Point icon="door-closed-fill">{t('plan.consequenceOut')}</Point>}
              {closes && <Point icon="arrow-counterclockwise">{t('plan.consequenceBack')}</Point>}
              <Point icon="journal-text">
                {reason === '' ? t('plan.consequenceAudit') : t('plan.consequenceReason', { reason })}
              </Point>
            </FactList>
            <input type="hidden" name="reason" value={reason} />
            <input type="hidden" name="sure" value="true" />
            <div class="v-actions v-after">
              <Button kind={closes ? 'danger' : 'primary'}>{action}</Button>
              <LinkButton href={runUrl}>{t('plan.confirmCancel')}</LinkButton>
            </div>
          </form>
        </Card>
      </div>
    </PlatformFrame>
  );
}
