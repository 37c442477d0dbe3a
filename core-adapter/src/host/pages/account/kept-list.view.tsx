// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Actions, Button, Card, LinkButton, PageHead } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';

/** The page of all texts that a person has typed and not sent. */
export const KEPT_LIST_URL = '/textes-gardes';

/** One text, and the page on which it was typed. */
export interface KeptListItem {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly texts: readonly string[];
  readonly url: string;
  /** Names the texts that the page shows. « Jeter » throws these away, and no text that was written since. */
  readonly versions: readonly string[];
}

interface KeptListProps {
  readonly items: readonly KeptListItem[];
  readonly t: Translate<HostKey>;
}

export function KeptListView({ items, t }: KeptListProps): VNode {
  return (
    <>
      <PageHead title={t('keptText.list')} lead={t(items.length === 0 ? 'keptText.none' : 'keptText.listLead')} />
      {items.map(({ key, title, detail, texts, url, versions }) => (
        <Card key={key} title={title}>
          <p class="v-soft">{detail}</p>
          {texts.map((text, index) => (
            <p key={index} class="v-well v-keptline-text">
              {text}
            </p>
          ))}
          <form method="post" action={KEPT_LIST_URL}>
            {versions.map((version) => (
              <input key={version} type="hidden" name="versions" value={version} />
            ))}
            <Actions>
              <LinkButton href={url}>{t('keptText.openPage')}</LinkButton>
              <Button
                kind="quiet"
                icon="trash3"
                name="discard"
                value={key}
                label={t('keptText.discardOf', { title })}
              />
            </Actions>
          </form>
        </Card>
      ))}
    </>
  );
}
