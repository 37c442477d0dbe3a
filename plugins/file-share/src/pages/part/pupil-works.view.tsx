// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, Card, LinkButton, Row, Rows, Section, Tabs } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, ViewProps } from '../../brick-types.js';
import { EndingNote } from '../shared/works/ending-note.view.js';
import { FileLinks } from '../shared/works/file-link.view.js';
import { Receipts, TakeBackFold } from './handed-in-card.view.js';
import { StatePlate } from '../shared/works/state-plate.view.js';
import type { TodoRow } from '../shared/works/todo-rows.js';
import type { HandedInWork, LinkRow, PupilWorksModel, ReturnedWork } from './pupil-works.model.js';

/** All works of a pupil, one thing a line: what is to do, what is handed in, what came back. */
export function PupilWorksView({ model, t }: ViewProps<PupilWorksModel>): VNode {
  const { tabs, lead, endings, todo, toRead, handedIn, back, backBefore, missed, earlier, isEmpty } = model;
  return (
    <>
      <div class="v-hello">
        <div>
          <h1>{t('mine.title')}</h1>
          {!isEmpty && <p>{lead}</p>}
        </div>
      </div>
      <Tabs label={t('spaces')} tabs={tabs} />
      <EndingNote endings={endings.filter(({ isSoon }) => isSoon)} t={t} />
      {isEmpty && (
        <Card title={t('mine.emptyTitle')}>
          <p>{t('mine.empty')}</p>
        </Card>
      )}
      {todo.length > 0 && (
        <Section title={t('mine.todo')}>
          <Rows>
            {todo.map((row, index) => (
              <Todo key={row.id} row={row} isFirst={index === 0} />
            ))}
          </Rows>
        </Section>
      )}
      <Lines title={t('mine.toRead')} rows={toRead} icon="book-fill" t={t} />
      {handedIn.length > 0 && (
        <Section title={t('mine.handedIn')}>
          <div class="v-parts">
            {handedIn.map((work) => (
              <HandedIn key={work.id} model={work} t={t} />
            ))}
          </div>
        </Section>
      )}
      {back.length > 0 && (
        <Section title={t('mine.back')}>
          <div class="v-parts">
            {back.map((work) => (
              <Returned key={work.id} model={work} t={t} />
            ))}
          </div>
        </Section>
      )}
      <Lines title={t('mine.backBefore')} rows={backBefore} icon="star-fill" t={t} />
      <Lines title={t('mine.missed')} rows={missed} icon="hourglass-bottom" t={t} />
      <Lines title={t('mine.earlier')} rows={earlier} icon="archive-fill" t={t} />
      <EndingNote endings={endings.filter(({ isSoon }) => !isSoon)} t={t} />
    </>
  );
}

function Todo({ row, isFirst }: { readonly row: TodoRow; readonly isFirst: boolean }): VNode {
  const { title, url, detail, word, isAgain, action } = row;
  const sign = isAgain ? (
    <StatePlate look="v-warn" icon="arrow-repeat" />
  ) : (
    <BrickBadge colour="files" icon="journal-text" size="large" soft />
  );
  const details = (
    <>
      {word !== undefined && <span class="file-share-word">{word}</span>}
      {detail}
    </>
  );
  const button = (
    <LinkButton kind={isFirst ? 'primary' : 'secondary'} href={url}>
      {action}
      <span class="visually-hidden"> {title}</span>
    </LinkButton>
  );
  return <Row sign={sign} title={title} detail={details} action={button} />;
}

function HandedIn({ model, t }: ViewProps<HandedInWork>): VNode {
  const { title, url, detail, receipts, before, takeBack } = model;
  return (
    <article class="v-card">
      <WorkHead title={title} url={url} detail={detail} look="v-good" icon="check-lg" />
      <Receipts receipts={receipts} />
      {before && (before.answer !== '' || before.files.length > 0) && (
        <>
          <h4 class="h6 mt-3">{t('part.before')}</h4>
          {before.answer !== '' && <blockquote class="v-well file-share-text">{before.answer}</blockquote>}
          {before.files.length > 0 && <FileLinks files={before.files} />}
        </>
      )}
      {takeBack && <TakeBackFold {...takeBack} t={t} />}
    </article>
  );
}

function Returned({ model: { title, url, detail, answer, files }, t }: ViewProps<ReturnedWork>): VNode {
  return (
    <article class="v-card">
      <WorkHead title={title} url={url} detail={detail} look="v-good" icon="star-fill" />
      {answer !== '' && <blockquote class="v-well file-share-text">{answer}</blockquote>}
      {files.length > 0 && <FileLinks files={files} />}
      <p class="file-share-see">
        <LinkButton icon="file-earmark-check-fill" href={url}>
          {t('mine.seeBack')}
          <span class="visually-hidden"> {title}</span>
        </LinkButton>
      </p>
    </article>
  );
}

interface WorkHeadProps extends Pick<LinkRow, 'title' | 'url' | 'detail'> {
  readonly look: string;
  readonly icon: string;
}

function WorkHead({ title, url, detail, look, icon }: WorkHeadProps): VNode {
  return (
    <div class="file-share-work-head">
      <StatePlate look={look} icon={icon} />
      <div class="v-row-text">
        <h3 class="v-row-title">
          <a href={url}>{title}</a>
        </h3>
        <p class="v-soft">{detail}</p>
      </div>
    </div>
  );
}

interface LinesProps {
  readonly title: string;
  readonly rows: readonly LinkRow[];
  readonly icon: string;
  readonly t: FileShareTexts;
}

function Lines({ title, rows, icon, t }: LinesProps): VNode | null {
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <Rows>
        {rows.map(({ id, title: name, url, detail }) => (
          <Row
            key={id}
            sign={<BrickBadge colour="files" icon={icon} soft />}
            title={name}
            detail={detail}
            action={
              <LinkButton href={url}>
                {t('mine.see')}
                <span class="visually-hidden"> {name}</span>
              </LinkButton>
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
