// SPDX-License-Identifier: EUPL-1.2
import { Button, Card, ChoiceField, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { LONGEST_WORD } from '../../moderation/refusal-words.js';
import { BoxFrame } from '../box-frame.view.js';
import { MessageText } from '../message-text.view.js';
import type { ModerationModel, ReviewLine } from './moderation.model.js';

interface ModerationViewProps {
  readonly model: ModerationModel;
  readonly t: MessagingTexts;
}

export function ModerationView({ model, t }: ModerationViewProps): VNode {
  const { title, lines } = model;
  return (
    <BoxFrame head={model} title={t('box.reviews')} t={t}>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{t('review.lead')}</p>
      {lines.map((line) => (
        <ReviewCard key={line.id} line={line} model={model} t={t} />
      ))}
    </BoxFrame>
  );
}

function ReviewCard({ line, model, t }: ModerationViewProps & { readonly line: ReviewLine }): VNode {
  const { id, version, from, group, to, when, subject, text, acceptUrl, refuseUrl } = line;
  return (
    <Card>
      <h3>{t('review.line', { from, group, to })}</h3>
      <p class="v-soft">{when}</p>
      <p>
        <strong>{subject}</strong>
      </p>
      <MessageText text={text} />
      <form method="post" action={acceptUrl}>
        <input type="hidden" name="version" value={version} />
        <Button icon="check-lg">{t('review.accept')}</Button>
      </form>
      <details>
        <summary>{t('review.refuse')}</summary>
        <form method="post" action={refuseUrl}>
          <input type="hidden" name="version" value={version} />
          <ChoiceField
            id={`reason-${id}`}
            name="reason"
            label={t('review.reason')}
            choices={model.reasons}
            value={model.reasons[0]?.value}
          />
          <TextField
            id={`word-${id}`}
            name="word"
            label={t('review.word', { who: from })}
            hint={t('review.wordHint')}
            rows={3}
            maxLength={LONGEST_WORD}
          />
          <Button>{t('review.refuseButton')}</Button>
        </form>
      </details>
    </Card>
  );
}
