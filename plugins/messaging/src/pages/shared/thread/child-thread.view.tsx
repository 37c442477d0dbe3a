// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { Button, LinkButton, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import { LONGEST_BODY } from '../../../domain/message/message-text.js';
import { FileList } from '../files/file-list.view.js';
import { ThreadPaging } from '../thread-paging.view.js';
import { MessageText } from '../message-text.view.js';
import { ReplyDraftFields, ReplyFileButtons, ReplyFileField, ReplyFiles } from '../files/reply-files.view.js';
import { FieldError } from '../write/field-error.view.js';
import { ReplyProblemView } from './reply-problem.view.js';
import { OwnButton, REPLY_FORM } from '../report/beside-reply.view.js';
import { ChildHead } from '../child/head.view.js';
import { Letter } from '../child/letter.view.js';
import { ReportFold } from '../child/report-fold.view.js';
import { SaidPart } from '../child/said.view.js';
import type { ChildReply, ChildThreadModel } from './child-thread.model.js';
import type { Fate } from '../child/fate.presenter.js';

/** The bricks of the wall: colour, x, y. */
const WALL = [
  ['b', 0, 82],
  ['d', 35, 82],
  ['e', 70, 82],
  ['c', 105, 82],
  ['f', 17.5, 65],
  ['a', 52.5, 65],
  ['b', 87.5, 65],
] as const;

const BIRD =
  'M-22.4 -8.3Q-22.4 -11.2 -19.8 -9.8L-3.7 -1.3Q-1.2 0 -1.2 2.9L-1.2 9.1Q-1.2 12 -3.7 10.6L-19.8 1.5Q-22.4 0.1 -22.4 -2.8ZM26 -10.1Q26 -13 23.4 -11.7L3.7 -1.3Q1.2 0 1.2 2.9L1.2 9.1Q1.2 12 3.7 10.6L23.5 -0.3Q26 -1.7 26 -4.6Z';

interface ChildThreadProps {
  /** Which head has opened the thread, and why. */
  readonly notes: VNode;
  readonly model: ChildThreadModel;
  readonly t: MessagingTexts;
}

export function ChildThreadView({ model, notes, t }: ChildThreadProps): VNode {
  const { title, backUrl, fate, letters, olderUrl, newestUrl, reply, problem } = model;
  const hasReply = reply !== undefined && isWritable(reply);
  const atField = hasReply && problem?.isField ? problem.sentence : undefined;
  return (
    <>
      {/* The first button of the form, which Enter in a field would press. */}
      {hasReply && <button form={REPLY_FORM} type="submit" disabled hidden />}
      <div data-live="messages" id="messaging-thread">
        {fate ? (
          <FateCard fate={fate} hasReply={hasReply} backUrl={backUrl} t={t} />
        ) : (
          <ChildHead title={title} backUrl={backUrl} t={t} />
        )}
        {notes}
        <ThreadPaging olderUrl={olderUrl} newestUrl={newestUrl} t={t} />
        {letters.length > 0 && (
          <section class={fate && 'v-child-part'} aria-label={t('child.before')}>
            {fate && <h2>{t('child.before')}</h2>}
            {letters.map((letter) => (
              <Letter key={letter.id} letter={letter} hasReply={hasReply} t={t} />
            ))}
          </section>
        )}
      </div>
      {problem !== undefined && atField === undefined && <ReplyProblemView problem={problem} kind="bad" t={t} />}
      {reply && <ReplyForm reply={reply} error={atField} t={t} />}
    </>
  );
}

interface FateProps {
  readonly fate: Fate;
  /** Whether a reply may be typed on the page. */
  readonly hasReply: boolean;
  readonly backUrl: string;
  readonly t: MessagingTexts;
}

function FateCard({ fate, hasReply, backUrl, t }: FateProps): VNode {
  const { state, title, lines, text, files, patience, recall, again, report, reported, said } = fate;
  const isBack = state === 'back';
  return (
    <>
      <div class="v-card v-nest">
        <Perch isFlying={state === 'arrived'} />
        <h1>{title}</h1>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <blockquote class="v-well v-nest-text">
          <MessageText text={text} />
          <FileList files={files} t={t} />
        </blockquote>
        <div class="v-actions">
          <LinkButton kind={isBack ? 'quiet' : 'secondary'} href={backUrl}>
            {t('child.title')}
          </LinkButton>
          {recall && (
            <OwnButton
              {...{ hasReply, actionUrl: recall.actionUrl, icon: 'pencil-fill' }}
              kind={isBack ? 'primary' : 'quiet'}
            >
              {recall.label}
            </OwnButton>
          )}
          {recall?.undo !== undefined && (
            <OwnButton
              {...{ hasReply, actionUrl: recall.actionUrl, icon: 'arrow-counterclockwise' }}
              kind="quiet"
              name="do"
              value="undo"
            >
              {recall.undo}
            </OwnButton>
          )}
          {again !== undefined && (
            <OwnButton
              {...{ hasReply, actionUrl: again, icon: 'pencil-fill' }}
              kind="secondary"
              name="to"
              value="missed"
            >
              {t('child.writeOther')}
            </OwnButton>
          )}
        </div>
      </div>
      {report && <ReportFold id="word" isWord hasReply={hasReply} report={report} t={t} />}
      {reported !== undefined && <p>{reported}</p>}
      <SaidPart said={said} hasReply={hasReply} t={t} />
      {patience !== undefined && (
        <Note icon="clock-fill">
          <p>{patience}</p>
        </Note>
      )}
    </>
  );
}

interface ReplyFormProps {
  readonly reply: ChildReply;
  /** The mistake in the text. */
  readonly error: string | undefined;
  readonly t: MessagingTexts;
}

function ReplyForm({ reply, error, t }: ReplyFormProps): VNode {
  const { copyId, actionUrl, keepAs, label, refusal, body, joined } = reply;
  return (
    <section class="v-child-part" aria-labelledby="answer">
      <h2 id="answer">{t('child.yourReply')}</h2>
      {refusal !== undefined && (
        <Note kind="warn">
          <p>{refusal}</p>
        </Note>
      )}
      {isWritable(reply) && (
        <form
          id={REPLY_FORM}
          class="v-letter-form"
          method="post"
          action={actionUrl}
          enctype="multipart/form-data"
          data-keep-as={keepAs}
        >
          <input type="hidden" name="form" value={randomUUID()} />
          <input type="hidden" name="answers" value={copyId} />
          <ReplyDraftFields draft={joined.draft} />
          <label class="visually-hidden" for="field-body">
            {label}
          </label>
          <textarea
            class="form-control"
            id="field-body"
            name="body"
            rows={3}
            required
            maxLength={LONGEST_BODY}
            defaultValue={body}
            aria-invalid={error === undefined ? undefined : 'true'}
            aria-describedby={error === undefined ? undefined : 'field-body-error'}
          />
          <FieldError of="field-body" text={error} />
          {refusal === undefined && <ReplyFoot reply={reply} t={t} />}
        </form>
      )}
    </section>
  );
}

/** A text that was typed before stays, also where there can be no answer any more. */
function isWritable({ refusal, body }: ChildReply): boolean {
  return refusal === undefined || body !== '';
}

function ReplyFoot({ reply, t }: { readonly reply: ChildReply; readonly t: MessagingTexts }): VNode {
  const { notes, sendLabel, joined } = reply;
  return (
    <div class="v-letter-foot">
      <ReplyFiles joined={joined} t={t} />
      {notes.length > 0 && (
        <Note icon="hourglass-split">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Note>
      )}
      <div class="v-actions">
        <Button kind="primary" icon="send-fill">
          {sendLabel}
        </Button>
        <ReplyFileButtons joined={joined} t={t} />
      </div>
      <ReplyFileField joined={joined} t={t} />
    </div>
  );
}

/** A bird on a wall; in the air once the message has left. It carries no information. */
function Perch({ isFlying }: { readonly isFlying: boolean }): VNode {
  const place = isFlying ? 'translate(108 18) rotate(-16) scale(1.1)' : 'translate(69 46) rotate(-4) scale(1.1)';
  return (
    <svg class="v-perch" viewBox="-4 0 145 96" aria-hidden="true">
      {WALL.map(([colour, x, y]) => (
        <rect key={`${x} ${y}`} class={`v-bird-${colour}`} x={x} y={y} width="32" height="14" rx="3.5" />
      ))}
      <path class="v-bird-c" transform={place} d={BIRD} />
    </svg>
  );
}
