// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, Card, Icon, LinkButton, PageHead, Split, Tabs, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import { SmallWall } from '../shared/works/wall.view.js';
import { WorkView } from './work.view.js';
import type { WorkLine, WorksModel } from '../shared/works/works.model.js';

/** The works of a class, with one of them beside the list; on a phone one of the two. */
export function WorksView({ model, t }: ViewProps<WorksModel>): VNode {
  const { tabs, newUrl, detail, opened } = model;
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          newUrl !== undefined && (
            <LinkButton href={newUrl} kind="primary" icon="people-fill">
              {t('works.new')}
            </LinkButton>
          )
        }
      />
      <Tabs label={t('spaces')} tabs={tabs} />
      {detail ? (
        <Split
          opened={opened}
          list={<List model={model} t={t} />}
          detail={<WorkView model={detail} backUrl={model.backUrl} t={t} />}
        />
      ) : (
        <List model={model} t={t} />
      )}
    </>
  );
}

function List({ model, t }: ViewProps<WorksModel>): VNode {
  const { group, classes, lines, isDone, other } = model;
  return (
    <>
      {classes.length > 1 ? <Tabs label={t('works.classes')} tabs={classes} /> : <h2 class="fs-6 mb-2">{group}</h2>}
      {isDone && <p class="v-soft">{t('works.doneLead')}</p>}
      {lines.length > 0 ? (
        <ul class="v-list v-rows v-card v-card-flush">
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      ) : (
        <Card title={t('works.none.title')}>
          <p>{t(model.newUrl === undefined ? 'works.none.head' : 'works.none.teacher')}</p>
        </Card>
      )}
      {other && (
        <p class="mt-2">
          <LinkButton href={other.url} kind="quiet" iconEnd="arrow-right">
            {other.label}
          </LinkButton>
        </p>
      )}
    </>
  );
}

function Line({ line: { url, title, current, tag, detail, wall } }: { readonly line: WorkLine }): VNode {
  return (
    <li>
      <a class="v-pick" href={url} aria-current={current ? 'true' : undefined}>
        <BrickBadge colour="files" icon="journal-check" soft />
        <span class="v-row-text">
          <span class="v-pick-head">
            <strong>{title}</strong>
            <Tag kind={tag.kind} icon={tag.icon}>
              {tag.text}
            </Tag>
          </span>
          <span class="v-soft v-small">{detail}</span>
          {wall && <SmallWall {...wall} />}
        </span>
        <span class="v-pick-go">
          <Icon name="chevron-right" />
        </span>
      </a>
    </li>
  );
}
