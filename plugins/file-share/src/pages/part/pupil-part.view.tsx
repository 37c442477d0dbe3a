// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, Icon, LinkButton, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, ViewProps } from '../../brick-types.js';
import { Listen } from './listen.view.js';
import { FileLinks } from '../shared/works/file-link.view.js';
import { HandedInCard } from './handed-in-card.view.js';
import type {
  AnswerModel,
  PupilPartModel,
  StartModel,
  TodoModel,
  UnchangedModel,
} from '../shared/works/pupil-part.model.js';
import { Rounds } from '../shared/works/rounds.view.js';
import { PART_FORM, WorkingCard } from './working-card.view.js';

/** One work for the pupil who does it: on one side what to do, on the other one the next step. */
export function PupilPartView({ model, t }: ViewProps<PupilPartModel>): VNode {
  const { worksUrl, title, lead, refused, deletes, notSent, answer, rounds, todo, start, work, handedIn } = model;
  return (
    <>
      <a class="btn btn-quiet file-share-back" href={worksUrl}>
        <Icon name="arrow-left" />
        {t('mine.title')}
      </a>
      <h1>{title}</h1>
      <p class="file-share-lead v-soft">{lead}</p>
      {refused !== undefined && (
        <Note kind="bad" role="alert">
          <p>{refused}</p>
          {deletes && (
            <p class="mt-3">
              <Button kind="danger" icon="trash-fill" form={PART_FORM} name="action" value={`delete:${deletes.id}`}>
                {t('part.delete', { name: deletes.label })}
              </Button>
            </p>
          )}
        </Note>
      )}
      {model.unchanged && <AskUnchanged {...model.unchanged} t={t} />}
      {notSent !== '' && <NotSent word={notSent} t={t} />}
      {answer && <AnswerCard model={answer} t={t} />}
      <Rounds rounds={rounds} title={t('round.before')} wordLabel={t('part.yourWord')} t={t} />
      <div class="file-share-halves">
        <TodoCard model={todo} t={t} />
        {start && <StartCard model={start} t={t} />}
        {work && <WorkingCard work={work} t={t} />}
        {handedIn && <HandedInCard handedIn={handedIn} t={t} />}
      </div>
    </>
  );
}

function AskUnchanged({ words, continueUrl, t }: UnchangedModel & { readonly t: FileShareTexts }): VNode {
  return (
    <Note kind="warn" role="alert">
      <p class="mb-3">{words}</p>
      <Actions>
        <LinkButton kind="primary" icon="pencil-fill" href={continueUrl}>
          {t('part.unchangedContinue')}
        </LinkButton>
        <Button form={PART_FORM} name="action" value="handInUnchanged">
          {t('part.unchangedHandIn')}
        </Button>
      </Actions>
    </Note>
  );
}

/** A note that the part no longer takes. */
function NotSent({ word, t }: { readonly word: string; readonly t: FileShareTexts }): VNode {
  return (
    <Note kind="warn" role="alert">
      <p>{t('part.notSent')}</p>
      <blockquote class="v-well file-share-text mt-3 mb-0">{word}</blockquote>
    </Note>
  );
}

/** The instructions of a work. */
export function TodoCard({ model: { text, files, removed, receive }, t }: ViewProps<TodoModel>): VNode {
  return (
    <section class="v-card" aria-labelledby="todo">
      <h2 id="todo">{t('part.todo')}</h2>
      <p class={text === '' ? 'v-soft' : 'file-share-text'} id="todo-text">
        {text === '' ? t('part.noText') : text}
      </p>
      {text !== '' && <Listen of="todo-text" t={t} />}
      {files.length > 0 && <FileLinks files={files} />}
      {receive && (
        <p class="mt-3 mb-0">
          <Button icon="pencil-fill" form={PART_FORM} name="action" value="start">
            {receive}
          </Button>
        </p>
      )}
      {removed !== '' && <p class="v-soft v-small mt-2 mb-0">{removed}</p>}
    </section>
  );
}

const LOOKS = {
  corrected: { kind: 'v-good', icon: 'star-fill' },
  again: { kind: 'v-warn', icon: 'arrow-repeat' },
  before: { kind: '', icon: 'clock-history' },
} as const;

/** The correction that a teacher gave back. */
export function AnswerCard({ model, t }: ViewProps<AnswerModel>): VNode {
  const { title, text, files, look } = model;
  return (
    <section class="v-card" aria-labelledby="answer">
      <h2 class="file-share-signed" id="answer">
        <span class={`v-plate file-share-plate ${LOOKS[look].kind}`}>
          <Icon name={LOOKS[look].icon} />
        </span>
        {title}
      </h2>
      {text !== '' && (
        <>
          <blockquote class="v-well file-share-text" id="answer-text">
            {text}
          </blockquote>
          <Listen of="answer-text" t={t} />
        </>
      )}
      {files.length > 0 && <FileLinks files={files} />}
    </section>
  );
}

function StartCard({ model: { url, text }, t }: ViewProps<StartModel>): VNode {
  return (
    <section class="v-card" aria-labelledby="start">
      <h2 id="start">{t('part.start')}</h2>
      <p>{text}</p>
      <form method="post" action={url}>
        <Button kind="primary" icon="pencil-fill" name="action" value="start">
          {t('part.start')}
        </Button>
      </form>
    </section>
  );
}
