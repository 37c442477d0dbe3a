// SPDX-License-Identifier: EUPL-1.2
import { Avatar, Button, Tag, TextField, type Choice } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import { LONGEST_REASON } from '../../../domain/reports/report.input.js';
import { FileList } from '../files/file-list.view.js';
import { MessageText } from '../message-text.view.js';
import type { DecidedLine, ReviewLine, WaitingLine } from './moderation.model.js';
import { RefusalWord } from './refusal-word.view.js';

/** The form of the ticks, which stands below the list. */
export const TOGETHER_FORM = 'messaging-together';

interface WaitingItemProps {
  readonly line: WaitingLine;
  readonly reasons: readonly Choice[];
  readonly t: MessagingTexts;
}

/** A message that waits: its tick, its text, and what can be decided. */
export function WaitingItem({ line, reasons, t }: WaitingItemProps): VNode {
  const { heading, id, tick, isTicked, from, face, changed, shown, showUrl, headSees } = line;
  return (
    <li class="v-review">
      {tick === undefined ? (
        <Avatar of={face} />
      ) : (
        <div class="form-check">
          <input
            class="form-check-input"
            type="checkbox"
            id={`review-${id}`}
            name="review"
            value={tick}
            checked={isTicked}
            form={TOGETHER_FORM}
            autocomplete="off"
          />
          <label class="form-check-label" for={`review-${id}`}>
            <span class="visually-hidden">{t('review.tick', { from })}</span>
          </label>
        </div>
      )}
      <ReviewWho line={line} t={t}>
        {heading !== undefined && <Tag icon="chat-square-text-fill">{heading}</Tag>}
        {changed !== undefined && <Tag icon="pencil-fill">{changed}</Tag>}
        {shown !== undefined && (
          <Tag kind="warn" icon="flag-fill">
            {shown}
          </Tag>
        )}
        {headSees && (
          <Tag kind="warn" icon="hourglass-split">
            {t('review.headSees')}
          </Tag>
        )}
      </ReviewWho>
      <ReviewText line={line} t={t} />
      {line.refusedBefore.map(({ id: refusal, line: sentence }) => (
        <p key={refusal} class="v-soft v-small">
          {sentence}
        </p>
      ))}
      <Decide line={line} reasons={reasons} t={t} />
      {showUrl !== undefined && <ShowToHeads line={line} showUrl={showUrl} t={t} />}
    </li>
  );
}

/** Accepts it, or refuses it with a word. */
function Decide({ line: { id, version, firstName, to, decideUrl, problem }, reasons, t }: WaitingItemProps): VNode {
  return (
    <form class="messaging-review-act" method="post" action={decideUrl} data-errors={problem && t('review.undecided')}>
      <input type="hidden" name="version" value={version} />
      <Button icon="check-lg" name="do" value="accept">
        {t('review.accept')}
      </Button>
      <details class="messaging-refusal" open={problem !== undefined}>
        <summary>{t('review.refuse')}</summary>
        <RefusalWord id={id} label={t('review.word', { who: firstName })} reasons={reasons} problem={problem} t={t} />
        <div class="v-actions">
          <Button name="do" value="refuse">
            {t('review.refuseButton', { who: firstName })}
          </Button>
          <span class="v-soft v-small">{t('review.untold', { to })}</span>
        </div>
      </details>
    </form>
  );
}

/** A fold that shows the heads a message that worries the teacher. */
function ShowToHeads({
  line: { id, version },
  showUrl,
  t,
}: Pick<WaitingItemProps, 't'> & { readonly line: WaitingLine; readonly showUrl: string }): VNode {
  return (
    <form class="messaging-review-act mt-2" method="post" action={showUrl}>
      <input type="hidden" name="version" value={version} />
      <details class="messaging-refusal">
        <summary>{t('review.show')}</summary>
        <p>{t('review.showWhat')}</p>
        <TextField id={`show-${id}`} name="reason" label={t('review.showReason')} rows={2} maxLength={LONGEST_REASON} />
        <Button icon="flag-fill">{t('review.showButton')}</Button>
      </details>
    </form>
  );
}

/** A message that another teacher has just decided about. */
export function DecidedItem({ line, t }: { readonly line: DecidedLine; readonly t: MessagingTexts }): VNode {
  const { face, isAccepted, decidedAt, decidedBy } = line;
  return (
    <li class="v-review">
      <Avatar of={face} />
      <ReviewWho line={line} t={t} />
      <ReviewText line={line} t={t} />
      <p class="messaging-review-decided">
        <Tag kind={isAccepted ? 'good' : 'plain'} icon={isAccepted ? 'check-lg' : 'x-lg'}>
          {t(isAccepted ? 'review.acceptedAt' : 'review.refusedAt', { when: decidedAt })}
        </Tag>
        <span class="v-soft">
          {t(isAccepted ? 'review.acceptedBefore' : 'review.refusedBefore', { who: decidedBy })}
        </span>
      </p>
    </li>
  );
}

interface ReviewWhoProps {
  readonly line: ReviewLine;
  readonly t: MessagingTexts;
  readonly children?: ComponentChildren;
}

function ReviewWho({ line: { from, group, to, when }, t, children }: ReviewWhoProps): VNode {
  return (
    <div class="v-review-who">
      <span>
        <strong>{from}</strong> <span class="v-soft">{t('review.writesTo', { group })}</span> <strong>{to}</strong>
      </span>
      <span class="v-soft v-small">{when}</span>
      {children}
    </div>
  );
}

function ReviewText({ line: { subject, text, files }, t }: Pick<ReviewWhoProps, 'line' | 't'>): VNode {
  return (
    <blockquote class="v-well">
      {subject !== '' && (
        <p>
          <strong>{subject}</strong>
        </p>
      )}
      <MessageText text={text} />
      <FileList files={files} t={t} />
    </blockquote>
  );
}
