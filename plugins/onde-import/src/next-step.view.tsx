// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, LinkButton, TextField, Aside } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { OndeTexts } from './brick-types.js';
import type { NextModel } from './import.model.js';

interface NextStepProps {
  readonly next: NextModel;
  readonly t: OndeTexts;
}

/** The next decision. When the guard holds the import, the safe choice comes first. */
export function NextStep({ next, t }: NextStepProps): VNode {
  switch (next.step) {
    case 'decide':
      return <Decide next={next} t={t} />;
    case 'held':
      return <Held next={next} t={t} />;
    case 'over':
      return (
        <Aside title={t('after.title')}>
          <p>{t('after.text')}</p>
          <LinkButton href={next.startUrl}>{t('after.again')}</LinkButton>
        </Aside>
      );
  }
}

function Decide({ next: { actionUrl, startUrl, leavers }, t }: NextStepProps): VNode {
  return (
    <Aside title={t('decide.title')}>
      <p>{leavers === 0 ? t('decide.nobodyLeaves') : t('decide.leavers', { count: leavers })}</p>
      <form method="post" action={actionUrl}>
        <Actions>
          <Button kind="primary" icon="check-lg">
            {t('decide.button')}
          </Button>
          <LinkButton kind="quiet" href={startUrl}>
            {t('decide.other')}
          </LinkButton>
        </Actions>
      </form>
    </Aside>
  );
}

function Held({ next: { actionUrl, startUrl, leavers, error }, t }: NextStepProps): VNode {
  return (
    <Aside title={t('held.title')}>
      <p>{t('held.again')}</p>
      <LinkButton kind="primary" href={startUrl}>
        {t('decide.other')}
      </LinkButton>
      <h3 class="h3 mt-4">{t('held.meant')}</h3>
      <p>{t('held.meantText')}</p>
      <form method="post" action={actionUrl}>
        <TextField
          name="reason"
          label={t('held.reason')}
          hint={t('held.reasonHint')}
          error={error}
          rows={3}
          maxLength={500}
          required
        />
        <Button kind="danger">{leavers === 0 ? t('held.button') : t('held.buttonLeavers', { count: leavers })}</Button>
      </form>
    </Aside>
  );
}
