// SPDX-License-Identifier: EUPL-1.2
import { Button, ChoiceField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { BoxFrame } from '../shared/box-frame.view.js';
import type { BoxHead } from '../shared/box-tabs.js';
import { HoursFieldsView } from '../shared/hours-fields.view.js';
import type { HoursModel } from './own-hours.presenter.js';

interface HoursViewProps {
  readonly model: HoursModel;
  readonly head: BoxHead;
  readonly t: MessagingTexts;
}

export function HoursView({ model, head, t }: HoursViewProps): VNode {
  const { use, school, form, postUrl } = model;
  return (
    <BoxFrame head={head} title={t('hours.title')} t={t}>
      <div>
        <p class="v-rules-title">{t('hours.title')}</p>
        <p class="v-soft">
          {t('hours.lead')} {t('hours.leadSchool', { hours: school })}
        </p>
      </div>
      <form class="v-card v-hours-own" method="post" action={postUrl}>
        <ChoiceField
          name="use"
          label={t('hours.use')}
          choices={[
            { value: 'none', label: t('hours.useNone') },
            { value: 'own', label: t('hours.useOwn') },
          ]}
          value={use}
        />
        <div class="v-hours-chosen">
          <HoursFieldsView form={form} t={t} />
        </div>
        <Button kind="primary" icon="check-lg">
          {t('hours.save')}
        </Button>
      </form>
    </BoxFrame>
  );
}
