// SPDX-License-Identifier: EUPL-1.2
import { Avatar, Icon, LinkButton, ListenButton, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import { FileList } from '../files/file-list.view.js';
import { MessageText } from '../message-text.view.js';
import { StateTag } from '../state-tag.view.js';
import { TakenBack } from '../taken-back.view.js';
import { OwnButton } from '../report/beside-reply.view.js';
import { ReportForm } from '../report/report-form.view.js';
import type { PostModel, RecallModel } from './thread.model.js';

interface PostViewProps {
  readonly post: PostModel;
  /** Whether a reply may be typed on the page: it is sent along with each button, and kept. */
  readonly hasReply: boolean;
  readonly t: MessagingTexts;
}

/** A message of a thread: the reader's own at the right. */
export function PostView({ post, hasReply, t }: PostViewProps): VNode {
  const { id, from, detail, face, isOwn, to, when, text, canListen, taken, files, state, word, missed, readers } = post;
  const { replyUrl, forwardUrl, isUndone, recall, report } = post;
  return (
    <article class={isOwn ? 'v-message v-message-mine' : 'v-message'}>
      <header class="v-message-head">
        {!isOwn && <Avatar of={face} />}
        <p>
          <strong>{from}</strong>{' '}
          <span class="v-soft">{[detail, to].filter((part) => part !== undefined && part !== '').join(', ')}</span>
        </p>
        <span class="v-soft v-small">{when}</span>
      </header>
      {taken === undefined ? (
        <div id={`text-${id}`}>
          <MessageText text={text} />
        </div>
      ) : (
        <TakenBack sentence={taken} />
      )}
      <FileList files={files} t={t} />
      {canListen && <ListenButton of={`text-${id}`} label={t('child.listen')} stopLabel={t('child.stopListening')} />}
      {state !== undefined && <StateTag state={state} t={t} />}
      {missed !== undefined && <p>{missed}</p>}
      {word !== undefined && (
        <Note kind="warn">
          <p>{t('thread.word')}</p>
          <p>{word}</p>
        </Note>
      )}
      {readers && readers.namesUrl === undefined && (
        <p class="v-readers">
          <Icon name="check-all" />
          {readers.summary}
        </p>
      )}
      {(replyUrl !== undefined || forwardUrl !== undefined || recall || report) && (
        <div class="v-message-foot">
          {readers?.namesUrl !== undefined && (
            <LinkButton kind="quiet" icon="check-all" href={readers.namesUrl}>
              {readers.summary}
            </LinkButton>
          )}
          {replyUrl !== undefined && (
            <LinkButton kind="quiet" icon="reply" href={replyUrl}>
              {t('reply.open')}
            </LinkButton>
          )}
          <ForwardButton {...{ forwardUrl, isUndone, hasReply, t }} />
          {report && <ReportForm id={post.id} hasReply={hasReply} report={report} t={t} />}
          {recall && <RecallForm recall={recall} hasReply={hasReply} t={t} />}
        </div>
      )}
    </article>
  );
}

/** Makes a draft of it; of a message that the reader has taken back, the same message once more. */
function ForwardButton({
  forwardUrl,
  isUndone,
  hasReply,
  t,
}: Omit<PostViewProps, 'post'> & Pick<PostModel, 'forwardUrl' | 'isUndone'>): VNode | null {
  if (forwardUrl === undefined) return null;
  const look = isUndone
    ? ({ kind: 'secondary', name: 'to', value: 'again' } as const)
    : ({ kind: 'quiet', icon: 'forward' } as const);
  return (
    <OwnButton {...{ hasReply, actionUrl: forwardUrl }} {...look}>
      {t(isUndone ? 'forward.again' : 'forward.open')}
    </OwnButton>
  );
}

function RecallForm({ recall, hasReply, t }: Omit<PostViewProps, 'post'> & { readonly recall: RecallModel }): VNode {
  const { actionUrl, isWhole } = recall;
  return (
    <details class="v-recall">
      <summary>
        <Icon name="arrow-counterclockwise" />
        {t('recall.open')}
      </summary>
      <p>{t(isWhole ? 'recall.leadAll' : 'recall.leadUnshown')}</p>
      <OwnButton {...{ hasReply, actionUrl }} kind="secondary">
        {t(isWhole ? 'recall.all' : 'recall.unshown')}
      </OwnButton>
    </details>
  );
}
