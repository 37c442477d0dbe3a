// SPDX-License-Identifier: EUPL-1.2
import { Avatar, Card, LinkButton, PickRow, Rows, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { BoxFrame } from '../box-frame.view.js';
import type { InboxLine, InboxModel } from './inbox.model.js';

interface InboxViewProps {
  readonly model: InboxModel;
  readonly t: MessagingTexts;
}

export function InboxView({ model, t }: InboxViewProps): VNode {
  const { lines, olderUrl } = model;
  return (
    <BoxFrame head={model} title={t('box.inbox')} t={t}>
      <section data-live="messages" id="messaging-inbox" aria-label={t('box.inbox')}>
        {lines.length > 0 ? (
          <Rows>
            {lines.map((line) => (
              <InboxRow key={line.id} line={line} t={t} />
            ))}
          </Rows>
        ) : (
          <Card>
            <h3>{t('inbox.empty')}</h3>
            <p>{t('inbox.emptyText')}</p>
          </Card>
        )}
      </section>
      {olderUrl !== undefined && <LinkButton href={olderUrl}>{t('box.older')}</LinkButton>}
    </BoxFrame>
  );
}

function InboxRow({ line, t }: { readonly line: InboxLine; readonly t: MessagingTexts }): VNode {
  const { url, from, initials, subject, opening, when, isUnread } = line;
  return (
    <PickRow
      href={url}
      current={false}
      sign={<Avatar initials={initials} colour="messages" />}
      title={t('inbox.line', { from, subject })}
      tag={isUnread ? <Tag icon="envelope-fill">{t('inbox.unread')}</Tag> : undefined}
      detail={t('inbox.detail', { when, opening })}
    />
  );
}
