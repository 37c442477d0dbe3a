// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';

interface ChangeLinkProps {
  /** Undefined where no school may change it. */
  readonly url: string | undefined;
  readonly what: string;
  readonly t: MessagingTexts;
}

/** « Changer », with what it changes for a reader who hears links alone. */
export function ChangeLink({ url, what, t }: ChangeLinkProps): VNode | null {
  if (url === undefined) return null;
  return (
    <a class="btn btn-secondary" href={url}>
      {t('rules.change')}
      <span class="visually-hidden">{t('rules.changeWhat', { what })}</span>
    </a>
  );
}
