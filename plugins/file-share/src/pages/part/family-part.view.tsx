// SPDX-License-Identifier: EUPL-1.2
import { Card, Crumbs, PageHead, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import type { FamilyHandedIn, FamilyPartModel } from './family-part.presenter.js';
import { Receipts } from './handed-in-card.view.js';
import { Rounds } from '../shared/works/rounds.view.js';
import { AnswerCard, TodoCard } from './pupil-part.view.js';

/** One work of a child as a guardian reads it: there is nothing to do here but to read. */
export function FamilyPartView({ model, t }: ViewProps<FamilyPartModel>): VNode {
  const { crumbs, title, lead, tag, todo, answer, rounds, handedIn } = model;
  return (
    <>
      <Crumbs label={t('folder.above')} crumbs={crumbs} />
      <PageHead
        title={title}
        lead={lead}
        actions={
          <Tag kind={tag.kind} icon={tag.icon}>
            {tag.label}
          </Tag>
        }
      />
      {answer && <AnswerCard model={answer} t={t} />}
      <Rounds rounds={rounds} title={t('round.before')} wordLabel={t('family.word')} t={t} />
      <div class="file-share-halves">
        <TodoCard model={todo} t={t} />
        {handedIn && <HandedIn model={handedIn} t={t} />}
      </div>
    </>
  );
}

function HandedIn({ model: { title, hidden, receipts, word }, t }: ViewProps<FamilyHandedIn>): VNode {
  return (
    <Card title={title}>
      {hidden !== undefined && <p>{hidden}</p>}
      {receipts.length > 0 && <Receipts receipts={receipts} />}
      {word !== '' && (
        <>
          <h3 class="h6">{t('family.word')}</h3>
          <blockquote class="v-well file-share-text">{word}</blockquote>
        </>
      )}
    </Card>
  );
}
