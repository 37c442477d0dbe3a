// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { Actions, Button, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import { LONGEST_BODY } from '../../../domain/message/message-text.js';
import { ReplyDraftFields, ReplyFileButtons, ReplyFileField, ReplyFiles } from '../files/reply-files.view.js';
import { REPLY_FORM } from '../report/beside-reply.view.js';
import { FieldError } from '../write/field-error.view.js';
import { REPLY_ID } from './reply-id.js';
import type { ReplyModel } from './thread.model.js';

interface ReplyFormProps {
  readonly reply: ReplyModel;
  /** The mistake in the text. */
  readonly error?: string | undefined;
  readonly t: MessagingTexts;
}

/**
 * The form that replies. Two parts are read again when something changes: the whole form while nobody types, and always the part below
 * the text, so that a pause appears while the text stays. The id of that part names the message: once a newer one is answered on the page
 * that is read, the text and what is told about it stay those of its recipient.
 */
export function ReplyForm({ reply, error, t }: ReplyFormProps): VNode {
  const { id, actionUrl, keepAs, to, body, joined } = reply;
  return (
    <section data-live="messages" id={REPLY_ID} aria-label={t('reply.to', { to })}>
      <form id={REPLY_FORM} method="post" action={actionUrl} enctype="multipart/form-data" data-keep-as={keepAs}>
        <input type="hidden" name="form" value={randomUUID()} />
        <input type="hidden" name="answers" value={id} />
        <ReplyDraftFields draft={joined.draft} />
        <div class="v-composer">
          {isWritable(reply) && (
            <>
              <label for="messaging-reply-body">{t('reply.to', { to })}</label>
              <textarea
                class="form-control"
                id="messaging-reply-body"
                name="body"
                rows={5}
                required
                maxLength={LONGEST_BODY}
                aria-invalid={error === undefined ? undefined : 'true'}
                aria-describedby={error === undefined ? undefined : 'messaging-reply-body-error'}
              >
                {body}
              </textarea>
              <FieldError of="messaging-reply-body" text={error} />
            </>
          )}
          <ReplyFoot reply={reply} t={t} />
          {!reply.isRefused && <ReplyFileField joined={joined} t={t} />}
        </div>
      </form>
    </section>
  );
}

/** A text that was typed before stays, also where there can be no answer any more. */
export function isWritable({ isRefused, body }: ReplyModel): boolean {
  return !isRefused || body !== '';
}

function ReplyFoot({ reply, t }: ReplyFormProps): VNode {
  const { id, time, sentences, isRefused, sendLabel, all, joined } = reply;
  return (
    <div class="v-composer-foot" data-live="messages" id={`messaging-reply-plan-${id}`}>
      <ReplyFiles joined={joined} t={t} />
      <Note
        kind={isRefused ? 'warn' : 'info'}
        icon={isRefused ? 'pause-circle-fill' : time !== undefined ? 'moon-stars-fill' : 'send-fill'}
      >
        {isRefused && <p>{t('reply.notNow')}</p>}
        <p>
          {time !== undefined && <strong>{time} </strong>}
          {sentences.join(' ')}
        </p>
      </Note>
      {!isRefused && (
        <Actions>
          <Button kind="primary" icon="send-fill">
            {sendLabel}
          </Button>
          {all && (
            <Button icon="reply-all-fill" name="all" value="1">
              {all.label}
            </Button>
          )}
          <ReplyFileButtons joined={joined} t={t} />
        </Actions>
      )}
      {!isRefused && all && (
        <details class="v-readers">
          <summary>{all.to}</summary>
          {all.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </details>
      )}
    </div>
  );
}
