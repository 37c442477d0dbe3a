// SPDX-License-Identifier: EUPL-1.2
import { LinkButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';

interface ChildHeadProps {
  readonly title: string;
  readonly backUrl: string;
  readonly t: MessagingTexts;
}

/** The way back, and what the page is. */
export function ChildHead({ title, backUrl, t }: ChildHeadProps): VNode {
  return (
    <div class="v-child-head">
      <LinkButton kind="quiet" icon="arrow-left" href={backUrl}>
        {t('child.title')}
      </LinkButton>
      <h1>{title}</h1>
    </div>
  );
}
