// SPDX-License-Identifier: EUPL-1.2
import { Card, LinkButton, PickRow, Rows } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { BoxFrame } from '../box-frame.view.js';
import { StateTag } from '../state-tag.view.js';
import type { SentModel } from './sent.model.js';

interface SentViewProps {
  readonly model: SentModel;
  readonly t: MessagingTexts;
}

export function SentView({ model, t }: SentViewProps): VNode {
  const { lines, olderUrl } = model;
  return (
    <BoxFrame head={model} title={t('box.sent')} t={t}>
      {lines.length > 0 ? (
        <Rows>
          {lines.map(({ id, url, to, subject, opening, when, state }) => (
            <PickRow
              key={id}
              href={url}
              current={false}
              title={t('sent.line', { to, subject })}
              tag={<StateTag state={state} t={t} />}
              detail={t('inbox.detail', { when, opening })}
            />
          ))}
        </Rows>
      ) : (
        <Card>
          <h3>{t('sent.empty')}</h3>
          <p>{t('sent.emptyText')}</p>
        </Card>
      )}
      {olderUrl !== undefined && <LinkButton href={olderUrl}>{t('box.older')}</LinkButton>}
    </BoxFrame>
  );
}
