// SPDX-License-Identifier: EUPL-1.2
import { Actions, Icon, LinkButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import type { ClashModel } from './write.model.js';

/** The other text of a draft that two forms have written. */
export function ClashView({ clash, t }: { readonly clash: ClashModel; readonly t: MessagingTexts }): VNode {
  const { text, subject, body, takeUrl, takeLabel } = clash;
  return (
    <section class="v-card v-await" role="alert" aria-labelledby="write-clash">
      <h2 class="h3" id="write-clash">
        <Icon name="files" /> {t('clash.title')}
      </h2>
      <p>{text}</p>
      <blockquote class="v-well text-break v-other-text">
        <strong class="d-block">{subject}</strong>
        {body}
      </blockquote>
      <Actions>
        <LinkButton href={takeUrl}>{takeLabel}</LinkButton>
        <a class="btn btn-quiet" href="#write-body">
          {t('clash.keep')}
        </a>
      </Actions>
    </section>
  );
}
