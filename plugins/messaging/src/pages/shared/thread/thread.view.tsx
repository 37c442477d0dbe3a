// SPDX-License-Identifier: EUPL-1.2
import { LinkButton, Split } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import { BoxFrame } from '../box-frame.view.js';
import type { BoxHead } from '../box-tabs.js';
import { BoxListView } from '../box/box-list.view.js';
import type { BoxModel } from '../box/box.model.js';
import { ThreadPaging } from '../thread-paging.view.js';
import { PostView } from './post.view.js';
import { OwnButton } from '../report/beside-reply.view.js';
import { isWritable, ReplyForm } from './reply-form.view.js';
import { ReplyProblemView } from './reply-problem.view.js';
import type { ThreadModel } from './thread.model.js';

interface ThreadViewProps {
  readonly head: BoxHead;
  readonly list: BoxModel;
  readonly model: ThreadModel;
  readonly t: MessagingTexts;
  /** Notes for the reader about the whole thread. */
  readonly notes: VNode;
}

export function ThreadView({ head, list, model, t, notes }: ThreadViewProps): VNode {
  return (
    <BoxFrame head={head} title={list.title} t={t}>
      <Split
        opened
        list={<BoxListView model={list} t={t} />}
        detail={<ThreadDetail model={model} t={t} notes={notes} />}
      />
    </BoxFrame>
  );
}

function ThreadDetail({ model, t, notes }: Omit<ThreadViewProps, 'head' | 'list'>): VNode {
  const { subject, backUrl, problem, posts, olderUrl, newestUrl, reply } = model;
  const hasReply = reply !== undefined && isWritable(reply);
  const atField = hasReply && problem?.isField ? problem.sentence : undefined;
  return (
    <>
      <div class="v-back">
        <LinkButton kind="quiet" icon="arrow-left" href={backUrl}>
          {t('thread.back')}
        </LinkButton>
      </div>
      <div class="v-thread-head">
        <h2>{subject}</h2>
        <Moves model={model} hasReply={hasReply} />
      </div>
      {problem !== undefined && atField === undefined && (
        <div class="mb-3">
          <ReplyProblemView problem={problem} kind="warn" t={t} />
        </div>
      )}
      {notes}
      <section data-live="messages" id="messaging-thread" aria-label={t('thread.messages')}>
        <ThreadPaging olderUrl={olderUrl} newestUrl={newestUrl} t={t} />
        {posts.map((post) => (
          <PostView key={post.id} post={post} hasReply={hasReply} t={t} />
        ))}
      </section>
      {reply && <ReplyForm reply={reply} error={atField} t={t} />}
    </>
  );
}

interface MovesProps {
  readonly model: Pick<ThreadModel, 'moveUrl' | 'moves'>;
  readonly hasReply: boolean;
}

function Moves({ model: { moveUrl, moves }, hasReply }: MovesProps): VNode | null {
  if (moves.length === 0) return null;
  return (
    <div class="v-thread-moves">
      {moves.map(({ to, icon, label }) => (
        <OwnButton key={to} {...{ hasReply, icon, actionUrl: moveUrl }} kind="quiet" name="to" value={to}>
          {label}
        </OwnButton>
      ))}
    </div>
  );
}
