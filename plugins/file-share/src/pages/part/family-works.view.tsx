// SPDX-License-Identifier: EUPL-1.2
import { Avatar, BrickBadge, Card, LinkButton, Note, PageHead, Tabs, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, ViewProps } from '../../brick-types.js';
import { EndingNote } from '../shared/works/ending-note.view.js';
import type { CameBack, ChildLink, FamilyLine, FamilyWorksModel } from './family-works.model.js';
import { Listen } from './listen.view.js';
import { FileLinks } from '../shared/works/file-link.view.js';
import type { LinkRow } from './pupil-works.model.js';

/** The works of one child: what is to be done and what was handed in, beside what came back. */
export function FamilyWorksView({ model, t }: ViewProps<FamilyWorksModel>): VNode {
  const { tabs, lists, title, lead, endings, children, name, now, latest, returned, takeAllUrl } = model;
  return (
    <>
      <PageHead title={title} lead={lead} />
      <Tabs label={t('spaces')} tabs={tabs} />
      {lists.length > 1 && <Tabs label={t('works.classes')} tabs={lists} />}
      {children.length > 0 && <Children children={children} t={t} />}
      <EndingNote endings={endings.filter(({ isSoon }) => isSoon)} t={t} />
      <div class="file-share-family">
        <div class="v-parts">
          {now.length > 0 && <NowTable lines={now} name={name} t={t} />}
          <Note icon="person">
            <p>{t('family.note', { name })}</p>
          </Note>
        </div>
        {(latest !== undefined || returned.length > 0) && (
          <div class="v-parts">
            {latest && <Latest model={latest} t={t} />}
            {returned.length > 0 && <Returned rows={returned} t={t} />}
            {takeAllUrl !== undefined && <TakeAll url={takeAllUrl} t={t} />}
          </div>
        )}
      </div>
      <EndingNote endings={endings.filter(({ isSoon }) => !isSoon)} t={t} />
    </>
  );
}

function TakeAll({ url, t }: { readonly url: string; readonly t: FileShareTexts }): VNode {
  return (
    <p>
      <LinkButton kind="quiet" href={url}>
        {t('takeAll.link')}
      </LinkButton>
      <span class="v-soft v-small d-block">{t('family.takeAll')}</span>
    </p>
  );
}

function Children({ children, t }: { readonly children: readonly ChildLink[]; readonly t: FileShareTexts }): VNode {
  return (
    <nav class="v-kids" aria-label={t('family.children')}>
      <ul class="v-list">
        {children.map(({ id, displayName, name, level, url, isCurrent }) => (
          <li key={id}>
            <a href={url} aria-current={isCurrent ? 'true' : undefined}>
              <Avatar of={{ id, displayName }} />
              <span>
                <strong>{name}</strong>
                <br />
                <span class="v-soft v-small">{level}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface NowProps {
  readonly lines: readonly FamilyLine[];
  readonly name: string;
  readonly t: FileShareTexts;
}

function NowTable({ lines, name, t }: NowProps): VNode {
  const where = t('family.where', { name });
  return (
    <Card title={t('family.now')} flush>
      <table class="table v-stack file-share-now">
        <caption class="visually-hidden">{t('family.now')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('family.work')}</th>
            <th scope="col">{t('family.for')}</th>
            <th scope="col">{where}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, title, url, detail, due, soon, tag }) => (
            <tr key={id}>
              <th scope="row">
                <a class="file-share-file" href={url}>
                  <span class="text-break">
                    {title}
                    {detail !== undefined && <span class="v-soft v-small fw-normal file-share-under">{detail}</span>}
                  </span>
                </a>
              </th>
              <td data-label={t('family.for')}>
                <span>
                  {due}
                  {soon !== undefined && <span class="v-soft v-small file-share-under">{soon}</span>}
                </span>
              </td>
              <td data-label={where}>
                <Tag kind={tag.kind} icon={tag.icon}>
                  {tag.label}
                </Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Latest({ model: { title, url, when, answer, files }, t }: ViewProps<CameBack>): VNode {
  return (
    <section class="v-card" aria-labelledby="latest">
      <p>
        <Tag kind="good" icon="star-fill">
          {when}
        </Tag>
      </p>
      <h2 id="latest">{title}</h2>
      {answer !== '' && (
        <>
          <blockquote class="v-well file-share-text" id="latest-answer">
            {answer}
          </blockquote>
          <Listen of="latest-answer" t={t} />
        </>
      )}
      {files.length > 0 && <FileLinks files={files} />}
      <p class="file-share-see">
        <LinkButton icon="file-earmark-check-fill" href={url}>
          {t('mine.seeBack')}
        </LinkButton>
      </p>
    </section>
  );
}

function Returned({ rows, t }: { readonly rows: readonly LinkRow[]; readonly t: FileShareTexts }): VNode {
  return (
    <Card title={t('family.returned')} flush>
      <ul class="v-list v-rows">
        {rows.map(({ id, title, url, detail }) => (
          <li key={id}>
            <a class="v-pick" href={url}>
              <BrickBadge colour="files" icon="file-earmark-check-fill" soft />
              <span class="v-row-text">
                {title}
                <span class="v-soft v-small file-share-under">{detail}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
