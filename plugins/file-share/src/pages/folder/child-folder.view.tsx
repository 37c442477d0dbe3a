// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, LinkButton, Tabs, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, ViewProps } from '../../brick-types.js';
import { ClassEnds } from '../shared/class-ends.view.js';
import { PlaceBar } from '../shared/place-bar.view.js';
import { StatePlate } from '../shared/works/state-plate.view.js';
import type { TodoRow } from '../shared/works/todo-rows.js';
import type { ChildFolderModel, PicLine } from './child-folder.model.js';
import { Copies } from './copies.view.js';
import { DRAWINGS } from './drawings.view.js';
import type { PicName } from './folder-pics.js';
import { NewFolderForm } from './new-folder-form.view.js';
import { BelowList, NodeLinks } from './node-links.view.js';
import { UploadForm } from './upload-form.view.js';
import { UploadList } from './upload-list.view.js';

/** A folder as a pupil finds it: works to do, then one picture for each folder and file. */
export function ChildFolderView({ model, t }: ViewProps<ChildFolderModel>): VNode {
  const { tabs, works, listTitle, upload, place } = model;
  return (
    <>
      <ChildHead model={model} t={t} />
      <Tabs label={t('spaces')} tabs={tabs} />
      <ClassEnds ends={model.ends} t={t} />
      {model.takeUrl !== undefined && (
        <p>
          <LinkButton href={model.takeUrl} icon="download">
            {t('child.takeHere')}
          </LinkButton>
        </p>
      )}
      <Copies copies={model.copies} t={t} />
      {upload && <UploadList maxSize={upload.maxSize} pickUrl={model.pickUrl} t={t} />}
      <NodeLinks id="favourites" title={t('favourite.title')} links={model.favourites} />
      {works.length > 0 && <Works works={works} worksUrl={model.worksUrl} t={t} />}
      <section class="v-section" aria-labelledby="pics">
        <h2 id="pics" class={works.length > 0 ? undefined : 'visually-hidden'}>
          {listTitle}
        </h2>
        <div data-files>
          <Pics model={model} t={t} />
        </div>
      </section>
      <BelowList model={model} t={t} />
      {place && <PlaceBar place={place} />}
      <ChildFoot model={model} t={t} />
    </>
  );
}

/** The ways to the trash and, on the first page of the pupil's own files, to all of them. */
function ChildFoot({ model: { trash, takeAllUrl }, t }: ViewProps<ChildFolderModel>): VNode {
  return (
    <>
      {(trash !== undefined || takeAllUrl !== undefined) && (
        <div class="v-actions mt-3">
          {trash && (
            <LinkButton href={trash.url} kind="quiet" icon="trash">
              {trash.label}
            </LinkButton>
          )}
          {takeAllUrl !== undefined && (
            <LinkButton href={takeAllUrl} kind="quiet" icon="download">
              {t('takeAll.link')}
            </LinkButton>
          )}
        </div>
      )}
      {takeAllUrl !== undefined && <p class="v-soft v-small mb-0">{t('takeAll.what')}</p>}
    </>
  );
}

function ChildHead({ model, t }: ViewProps<ChildFolderModel>): VNode {
  const { title, lead, back, searchUrl, upload, newFolderUrl } = model;
  return (
    <>
      {back && (
        <p class="mb-2">
          <LinkButton href={back.url} kind="quiet" icon="arrow-left">
            {back.name}
          </LinkButton>
        </p>
      )}
      <div class="v-pagehead">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        <div class="v-actions">
          {upload && <UploadForm upload={upload} isPlain t={t} />}
          {newFolderUrl !== undefined && <NewFolderForm url={newFolderUrl} t={t} />}
          <LinkButton href={searchUrl} icon="search">
            {t('search.button')}
          </LinkButton>
        </div>
      </div>
    </>
  );
}

interface WorksProps extends Pick<ChildFolderModel, 'works' | 'worksUrl'> {
  readonly t: FileShareTexts;
}

function Works({ works, worksUrl, t }: WorksProps): VNode {
  return (
    <section class="v-section" aria-labelledby="works">
      <h2 id="works">{t('mine.title')}</h2>
      <ol class="v-list file-share-strip">
        {works.map((work, index) => (
          <WorkTile key={work.id} work={work} isFirst={index === 0} />
        ))}
      </ol>
      <p class="mt-3 mb-0">
        <a class="v-link" href={worksUrl}>
          {t('child.allWorks')}
        </a>
      </p>
    </section>
  );
}

function WorkTile({ work, isFirst }: { readonly work: TodoRow; readonly isFirst: boolean }): VNode {
  const { title, url, detail, word, isAgain, isStarted, action } = work;
  const look = isAgain ? 'v-warn' : isStarted ? '' : 'file-share-plate-new';
  const icon = isAgain ? 'arrow-repeat' : isStarted ? 'pencil-fill' : 'book';
  return (
    <li class="file-share-work-card">
      <StatePlate look={look} icon={icon} />
      <div class="v-row-text">
        <h3 class="v-row-title">{title}</h3>
        <p>{word ?? detail}</p>
      </div>
      <LinkButton kind={isFirst ? 'primary' : 'secondary'} href={url}>
        {action}
        <span class="visually-hidden"> {title}</span>
      </LinkButton>
    </li>
  );
}

function Pics({ model, t }: ViewProps<ChildFolderModel>): VNode {
  const { pics, empty, others, pickUrl } = model;
  return (
    <>
      {pics.length === 0 || pics.every(({ pic }) => pic.name === 'own') ? <p class="v-soft">{empty.text}</p> : null}
      {pics.length > 0 && (
        <>
          <Drawings names={[...new Set(pics.map(({ pic }) => pic.name))]} />
          <ul class="v-list v-pics">
            {pics.map((line) => (
              <Tile key={line.id} line={line} t={t} />
            ))}
          </ul>
          {pics.some(({ mayRemove }) => mayRemove) && (
            <form id="pics-trash" method="post" action={pickUrl}>
              <input type="hidden" name="action" value="trash" />
            </form>
          )}
        </>
      )}
      {others !== undefined && (
        <p class="file-share-others">
          <Icon name="backpack-fill" />
          <span>{others}</span>
        </p>
      )}
    </>
  );
}

/** Each drawing once: a page has 100 tiles. */
function Drawings({ names }: { readonly names: readonly PicName[] }): VNode {
  return (
    <svg class="d-none" aria-hidden="true">
      {names.map((name) => (
        <symbol key={name} id={`pic-${name}`} viewBox="0 0 240 128">
          {DRAWINGS[name]()}
        </symbol>
      ))}
    </svg>
  );
}

interface TileProps {
  readonly line: PicLine;
  readonly t: FileShareTexts;
}

function Tile({ line, t }: TileProps): VNode {
  const { id, name, url, pic, isDropBox, isOpen, detail, mayRemove, changeUrl } = line;
  return (
    <li>
      <a class={`v-pic brick-${pic.colour}${isDropBox ? ' v-pic-drop' : ''}`} href={url}>
        <svg viewBox="0 0 240 128" aria-hidden="true">
          <use href={`#pic-${pic.name}`} />
        </svg>
        <span class="v-pic-text">
          <span class="v-pic-name">{name}</span>
          {isOpen && <Tag icon="pencil-fill">{t('list.open')}</Tag>}
          {detail !== '' && <span class="v-soft">{detail}</span>}
        </span>
      </a>
      {changeUrl !== undefined && (
        <LinkButton kind="quiet" icon="pencil" href={changeUrl}>
          {t('child.change')}
          <span class="visually-hidden"> {name}</span>
        </LinkButton>
      )}
      {mayRemove && (
        <Button kind="quiet" icon="trash" form="pics-trash" name="ids" value={id}>
          {t('child.remove')}
          <span class="visually-hidden"> {name}</span>
        </Button>
      )}
    </li>
  );
}
