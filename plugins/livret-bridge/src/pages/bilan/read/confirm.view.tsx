// SPDX-License-Identifier: EUPL-1.2
import { Button, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../../brick-types.js';
import type { ConfirmModel } from './adult.model.js';

interface ConfirmProps {
  readonly confirm: ConfirmModel;
  readonly t: LivretTexts;
}

/** « L’avez-vous lu ? » Below the text on a phone: first read, then confirm. */
export function ConfirmView({ confirm, t }: ConfirmProps): VNode {
  const { url, published, button, done } = confirm;
  if (done !== undefined) {
    return (
      <section class="v-card livret-bridge-confirm" id="confirm" aria-label={t('confirm.confirmed')}>
        <Tag kind="good" icon="check-lg">
          {t('confirm.confirmed')}
        </Tag>
        <p>{done}</p>
      </section>
    );
  }
  return (
    <form class="v-card livret-bridge-confirm" method="post" action={url} id="confirm" aria-labelledby="confirm-title">
      <Tag kind="warn" icon="pen-fill">
        {t('confirm.tag')}
      </Tag>
      <h2 id="confirm-title">{t('confirm.title')}</h2>
      <p>{t('confirm.lead')}</p>
      <input type="hidden" name="published" value={published} />
      <Button kind="primary" icon="check-lg">
        {button}
      </Button>
    </form>
  );
}
