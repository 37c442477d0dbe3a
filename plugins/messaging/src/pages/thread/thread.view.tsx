// SPDX-License-Identifier: EUPL-1.2
import { Button, Card, LinkButton, Note, PageHead, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { LONGEST_BODY } from '../../send/message-text.js';
import { MessageText } from '../message-text.view.js';
import { StateTag } from '../state-tag.view.js';
import type { PostModel, ReplyModel, ThreadModel } from './thread.model.js';

interface ThreadViewProps {
  readonly model: ThreadModel;
  readonly t: MessagingTexts;
}

export function ThreadView({ model, t }: ThreadViewProps): VNode {
  const { subject, backUrl, posts, reply } = model;
  return (
    <>
      <PageHead
        title={subject}
        actions={
          <LinkButton kind="quiet" icon="arrow-left" href={backUrl}>
            {t('thread.back')}
          </LinkButton>
        }
      />
      <section data-live="messages" id="messaging-thread" aria-label={t('thread.messages')}>
        {posts.map((post) => (
          <PostCard key={post.id} post={post} t={t} />
        ))}
      </section>
      {reply && <ReplyForm reply={reply} t={t} />}
    </>
  );
}

function PostCard({ post, t }: { readonly post: PostModel; readonly t: MessagingTexts }): VNode {
  const { from, to, when, text, state, word, readers } = post;
  return (
    <Card>
      <p>
        <strong>{from}</strong> {to !== undefined && t('thread.to', { to })}
        <span class="v-soft"> {when}</span>
      </p>
      <MessageText text={text} />
      {state !== undefined && <StateTag state={state} t={t} />}
      {word !== undefined && (
        <Note kind="warn">
          <p>{t('thread.word')}</p>
          <p>{word}</p>
        </Note>
      )}
      {readers !== undefined && <p class="v-soft">{readers}</p>}
    </Card>
  );
}

function ReplyForm({ reply, t }: { readonly reply: ReplyModel; readonly t: MessagingTexts }): VNode {
  const { actionUrl, to, sentences, isRefused, sendLabel } = reply;
  return (
    <Card title={t('reply.to', { to })}>
      <Note kind={isRefused ? 'warn' : 'info'}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Note>
      {!isRefused && (
        <form method="post" action={actionUrl}>
          <TextField name="body" label={t('reply.body')} rows={5} required maxLength={LONGEST_BODY} />
          <Button kind="primary" icon="send-fill">
            {sendLabel}
          </Button>
        </form>
      )}
    </Card>
  );
}
