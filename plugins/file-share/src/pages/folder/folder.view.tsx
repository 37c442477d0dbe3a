// SPDX-License-Identifier: EUPL-1.2
import { Card, Crumbs, LinkButton, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import { Copies } from './copies.view.js';
import { PickBar } from './pick-bar.view.js';
import { ReadersWord } from '../shared/readers-word.view.js';
import { DriveHead } from '../shared/drive-head.view.js';
import { UploadForm, UploadHint } from './upload-form.view.js';
import { UploadList } from './upload-list.view.js';
import { PlaceBar } from '../shared/place-bar.view.js';
import { ClassEnds } from '../shared/class-ends.view.js';
import type { FolderModel } from './folder.model.js';
import { NewFolderForm } from './new-folder-form.view.js';
import { BelowList, NodeLinks } from './node-links.view.js';
import { NodeTable } from './node-table.view.js';

/** The page of a folder, with its space's tab. */
export function FolderView({ model, t }: ViewProps<FolderModel>): VNode {
  const { title, tabs, searchUrl, crumbs, favourites, list, empty, upload } = model;
  const { pickUrl, takeUrl, mayCopy } = model;
  return (
    <>
      <DriveHead tabs={tabs} searchUrl={searchUrl} title={model.heading} t={t} />
      {title !== model.heading && <h2 class="visually-hidden">{title}</h2>}
      <div class="v-pagehead file-share-folder-head">
        <div>
          {crumbs.length > 0 && <Crumbs label={t('folder.above')} crumbs={crumbs} />}
          <FolderReaders model={model} t={t} />
          {model.isDropBox && <p class="mb-0">{t('open.dropBox')}</p>}
          {upload?.seen !== undefined && <p class="mb-0">{upload.seen}</p>}
          {upload && model.heading === undefined && <UploadHint upload={upload} t={t} />}
        </div>
        <FolderActions model={model} t={t} />
      </div>
      <ClassEnds ends={model.ends} t={t} />
      <Copies copies={model.copies} t={t} />
      {upload && <UploadList maxSize={upload.maxSize} pickUrl={pickUrl} t={t} />}
      <NodeLinks id="favourites" title={t('favourite.title')} links={favourites} />
      <form id="file-share-pick" method="post" action={pickUrl}>
        <div data-files>
          {list.lines.length > 0 ? (
            <NodeTable list={list} t={t} />
          ) : (
            <Card>
              <h3>{empty.title}</h3>
              <p class="mb-0">{empty.text}</p>
            </Card>
          )}
        </div>
        {list.lines.length > 0 && <PickBar takeUrl={takeUrl} mayCopy={mayCopy} mayChange={list.mayChange} t={t} />}
      </form>
      <BelowList model={model} t={t} />
      <FolderFoot model={model} t={t} />
    </>
  );
}

/** The place used, for users who may add something, and the way to the trash. The style sheet draws the icons. */
function FolderFoot({ model: { place, trash, takeAllUrl, usageUrl, heading }, t }: ViewProps<FolderModel>): VNode {
  const hasLinks = trash !== undefined || usageUrl !== undefined || takeAllUrl !== undefined;
  return (
    <div class="row g-4 align-items-center mt-1">
      {place && (heading === undefined || place.nearlyFull !== undefined) && (
        <div class="col-md-6">
          <PlaceBar place={place} />
        </div>
      )}
      {hasLinks && (
        <p class="file-share-foot col-md mb-0">
          {trash && (
            <LinkButton href={trash.url} kind="quiet">
              {trash.label}
            </LinkButton>
          )}
          {usageUrl !== undefined && (
            <LinkButton href={usageUrl} kind="quiet">
              {t('usage.link')}
            </LinkButton>
          )}
          {takeAllUrl !== undefined && (
            <LinkButton href={takeAllUrl} kind="quiet">
              {t('takeAll.link')}
            </LinkButton>
          )}
          {takeAllUrl !== undefined && <span class="v-soft v-small d-block">{t('takeAll.what')}</span>}
        </p>
      )}
    </div>
  );
}

function FolderReaders({ model, t }: ViewProps<FolderModel>): VNode {
  const { lead, readers, isOpen, aboutUrl, maySetReaders } = model;
  return (
    <div class="file-share-folder-readers">
      {lead !== undefined && <p>{lead}</p>}
      {readers && <ReadersWord readers={readers} isTag />}
      {isOpen && <Tag icon="pencil-fill">{t('list.open')}</Tag>}
      {aboutUrl !== undefined && (
        <LinkButton href={aboutUrl} kind="quiet">
          {t(maySetReaders ? 'readers.change' : 'list.aboutFolder')}
        </LinkButton>
      )}
    </div>
  );
}

function FolderActions({ model: { upload, newFolderUrl, newWorkUrl, heading }, t }: ViewProps<FolderModel>): VNode {
  return (
    <div class="v-actions">
      {upload && <UploadForm upload={upload} isPlain={heading !== undefined} t={t} />}
      {newFolderUrl !== undefined && <NewFolderForm url={newFolderUrl} t={t} />}
      {newWorkUrl !== undefined && (
        <LinkButton href={newWorkUrl} icon="people-fill">
          {t('folder.handOut')}
        </LinkButton>
      )}
    </div>
  );
}
